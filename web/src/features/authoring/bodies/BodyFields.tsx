import { lazy, Suspense } from 'react';
import { Loading } from '../../../ui/Loaded';
import type { PublishingProblem } from '../quiz/quiz-problems';
import type { ActivityBody, ActivityDraft } from '../types';
import { FileFields } from './FileFields';
import { PageFields } from './PageFields';
import { VideoFields } from './VideoFields';

// Dragging and dropping is most of its weight, and no other kind needs it.
const QuizFields = lazy(() => import('../quiz/QuizFields').then((module) => ({ default: module.QuizFields })));

interface Props {
  activityId: string;
  body: ActivityBody;
  problems: readonly PublishingProblem[];
  onChange: (change: (draft: ActivityDraft) => ActivityDraft) => void;
}

export function BodyFields({ activityId, body, problems, onChange }: Props) {
  // A body of another kind may have come from a colleague meanwhile; what was typed for this kind does not fit it.
  const only =
    <Body extends ActivityBody>(kind: Body['kind']) =>
    (change: (now: Body) => Body) =>
      onChange((draft) => (draft.body.kind === kind ? { ...draft, body: change(draft.body as Body) } : draft));
  switch (body.kind) {
    case 'page':
      return <PageFields activityId={activityId} body={body} onChange={only<typeof body>('page')} />;
    case 'video':
      return <VideoFields activityId={activityId} body={body} onChange={only<typeof body>('video')} />;
    case 'file':
      return <FileFields activityId={activityId} body={body} onChange={only<typeof body>('file')} />;
    case 'quiz':
      return (
        <Suspense fallback={<Loading />}>
          <QuizFields activityId={activityId} body={body} problems={problems} onChange={only<typeof body>('quiz')} />
        </Suspense>
      );
  }
}
