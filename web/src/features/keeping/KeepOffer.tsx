import { lazy, Suspense } from 'react';
import { useSession } from '../../app/session';
import { loadMessages } from '../../i18n';

const Offer = lazy(async () => {
  const [offer] = await Promise.all([import('./Offer'), loadMessages('keeping')]);
  return offer;
});

/** Who came by an LMS may keep what they do; everybody else does already, and loads nothing for it. */
export function KeepOffer() {
  const { byLms } = useSession();
  if (!byLms) return null;
  return (
    <Suspense fallback={null}>
      <Offer />
    </Suspense>
  );
}
