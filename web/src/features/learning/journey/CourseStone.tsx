import { Link } from '@tanstack/react-router';
import type { View } from '../../../api/client';
import { useMessages } from '../../../i18n';
import { useFormat } from '../../../i18n/format';
import { Chip } from '../../../ui/Notice';
import { Progress } from '../../../ui/Progress';
import { KindIcon, StateMark } from '../KindIcon';
import shared from '../learning.module.css';
import { LockReasons } from './LockReasons';
import styles from './journey.module.css';

interface CourseStoneProps {
  course: View<'JourneyCourseView'>;
  journey: View<'JourneyView'>;
  number: number;
}

/** A course on the way: its activities, and what stands before it. */
export function CourseStone({ course, journey, number }: CourseStoneProps) {
  const messages = useMessages('learning');
  const format = useFormat();
  const { title, state, progress, activities, reasons } = course;
  return (
    <li className={styles['stone']} data-state={state}>
      <div className={styles['card']}>
        <div className={shared['between']}>
          <h2>
            {messages.journey.course(format.number(number), title)} {state !== 'open' && <StateMark state={state} />}
          </h2>
          <span className={shared['quiet']}>
            {messages.minutesOf(format.minutes(progress.minutesDone), format.minutes(progress.minutesTotal))}
          </span>
        </div>
        <LockReasons reasons={reasons} journey={journey} />
        {state === 'open' && progress.share > 0 && <Progress label={messages.progressOf(title)} share={progress.share} />}
        <ul className={styles['activities']}>
          {activities.map((activity) => (
            <ActivityLine
              key={activity.id}
              activity={activity}
              enrollmentId={journey.enrollmentId}
              isLocked={state === 'locked'}
            />
          ))}
        </ul>
      </div>
    </li>
  );
}

interface ActivityLineProps {
  activity: View<'JourneyActivityView'>;
  enrollmentId: string;
  isLocked: boolean;
}

function ActivityLine({ activity, enrollmentId, isLocked }: ActivityLineProps) {
  const messages = useMessages('learning');
  const format = useFormat();
  const { id, title, kind, minutes, required, state, waived } = activity;
  return (
    <li className={styles['activity']}>
      <StateMark state={state} />
      <span className={styles['name']}>
        {isLocked ? (
          <span className={shared['quiet']}>{title}</span>
        ) : (
          <Link to="/learning/$enrollmentId/activities/$activityId" params={{ enrollmentId, activityId: id }}>
            {title}
          </Link>
        )}{' '}
        {waived && <Chip>{messages.journey.waived}</Chip>}
      </span>
      <span className={shared['quiet']}>
        <KindIcon kind={kind} /> {messages.kinds[kind]} · {format.minutes(minutes)}
        {!required && ` · ${messages.optional}`}
      </span>
    </li>
  );
}
