import type { View } from '../../../api/client';
import { useMessages } from '../../../i18n';
import { QuizContent } from '../quiz/QuizContent';
import shared from '../learning.module.css';
import { FileContent } from './FileContent';
import { ReadingPage } from './ReadingPage';
import { VideoContent } from './VideoContent';

interface ContentProps {
  data: View<'LearnerActivityView'>;
  journey: View<'JourneyView'>;
  activity: View<'JourneyActivityView'>;
  attemptId: string | null;
}

/** What an activity consists of, whatever its kind. */
export function Content({ data, journey, activity, attemptId }: ContentProps) {
  const { content, attribution } = data;
  return (
    <>
      {content.kind === 'page' && <ReadingPage content={content} language={data.language} enrollmentId={journey.enrollmentId} />}
      {content.kind === 'video' && <VideoContent content={content} language={data.language} />}
      {content.kind === 'file' && <FileContent content={content} journey={journey} activityId={activity.id} />}
      {content.kind === 'quiz' && <QuizContent content={content} journey={journey} activity={activity} attemptId={attemptId} />}
      {attribution && <Attribution attribution={attribution} />}
    </>
  );
}

function Attribution({ attribution }: { attribution: View<'CourseAttributionView'> }) {
  const { player } = useMessages('learning');
  const { authors, licence, licenceUrl, sourceUrl, changes } = attribution;
  return (
    <p className={shared['quiet']}>
      {player.attribution(authors)}, {licenceUrl ? <a href={licenceUrl}>{licence}</a> : licence}
      {sourceUrl && (
        <>
          {' '}
          · <a href={sourceUrl}>{player.source}</a>
        </>
      )}
      {changes && ` · ${changes}`}
    </p>
  );
}
