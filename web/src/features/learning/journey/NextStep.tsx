import { ArrowRight } from 'lucide-react';
import type { View } from '../../../api/client';
import { useMessages } from '../../../i18n';
import { useFormat } from '../../../i18n/format';
import { LinkButton } from '../../../ui/LinkButton';
import shared from '../learning.module.css';
import styles from './journey.module.css';

/** The one thing to do next. */
export function NextStep({ journey: { enrollmentId, next, courses, progress } }: { journey: View<'JourneyView'> }) {
  const messages = useMessages('learning');
  const format = useFormat();
  const course = courses.find(({ id }) => id === next?.courseId);
  const activity = course?.activities.find(({ id }) => id === next?.activityId);
  if (!course || !activity) return null;
  return (
    <div className={styles['next']}>
      <div>
        <p className={shared['quiet']}>
          {messages.journey.upNext} · {course.title} · {format.minutes(activity.minutes)}
        </p>
        <p className={styles['what']}>{activity.title}</p>
      </div>
      <LinkButton
        look="primary"
        icon={<ArrowRight aria-hidden />}
        to="/learning/$enrollmentId/activities/$activityId"
        params={{ enrollmentId, activityId: activity.id }}
      >
        {progress.share > 0 ? messages.journey.goOn : messages.journey.begin}
      </LinkButton>
    </div>
  );
}
