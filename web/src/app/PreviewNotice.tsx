import { useParams } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { loadMessages } from '../i18n';
import { readPreviewPlace } from '../preview/preview-place';

const PreviewBar = lazy(async () => {
  const [bar] = await Promise.all([import('../features/studio/preview/PreviewBar'), loadMessages('studio')]);
  return bar;
});

/** Above a learner's screen that shows a draft to its author. */
export function PreviewNotice() {
  const { enrollmentId } = useParams({ strict: false });
  const place = readPreviewPlace(enrollmentId);
  if (!place) return null;
  return (
    <Suspense fallback={null}>
      <PreviewBar place={place} />
    </Suspense>
  );
}
