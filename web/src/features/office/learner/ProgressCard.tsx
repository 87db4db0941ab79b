import { useState } from 'react';
import type { View } from '../../../api/client';
import { useMessages } from '../../../i18n';
import { useFormat } from '../../../i18n/format';
import { Button } from '../../../ui/Button';
import { Actions } from '../../../ui/Form';
import { Chip, type Tone } from '../../../ui/Notice';
import { Card } from '../../../ui/Page';
import { Progress } from '../../../ui/Progress';
import styles from './learner.module.css';
import type { Journey } from './queries';
import { type Waivable, WaiveDialog } from './WaiveDialog';

type Course = View<'JourneyCourseView'>;
type Activity = View<'JourneyActivityView'>;

/** How far the learner is, course by course. */
export function ProgressCard({ journey }: { journey: Journey }) {
  const texts = useMessages('enrollment');
  const format = useFormat();
  const [waiving, setWaiving] = useState<Waivable | null>(null);
  const mayWaive = journey.can.arrange && (journey.state === 'active' || journey.state === 'completed');
  const { minutesDone, minutesTotal, share } = journey.progress;
  return (
    <Card title={texts.progress}>
      <Progress label={texts.progress} share={share} />
      <p className={styles['quiet']}>{texts.minutesOf(format.minutes(minutesDone), format.minutes(minutesTotal))}</p>
      <ul className={styles['courses']}>
        {journey.courses.map((course) => (
          <CourseLine key={course.id} course={course} onWaive={mayWaive ? setWaiving : null} />
        ))}
      </ul>
      {waiving && <WaiveDialog enrollmentId={journey.enrollmentId} waivable={waiving} onClose={() => setWaiving(null)} />}
    </Card>
  );
}

interface CourseProps {
  course: Course;
  onWaive: ((waivable: Waivable) => void) | null;
}

function CourseLine({ course: { id, title, state, progress, activities }, onWaive }: CourseProps) {
  const texts = useMessages('enrollment');
  return (
    <li>
      <details open={state === 'open'}>
        <summary className={styles['summary']}>
          <span className={styles['name']}>{title}</span>
          <Progress label={texts.progressOf(title)} share={progress.share} />
          <span className={styles['quiet']}>{texts.activities(activities.length)}</span>
        </summary>
        <ul className={styles['activities']}>
          {activities.map((activity) => (
            <ActivityLine key={activity.id} activity={activity} onWaive={onWaive} />
          ))}
        </ul>
        {onWaive && state !== 'completed' && (
          <Actions>
            <Button look="quiet" aria-label={texts.waive.label(title)} onPress={() => onWaive({ title, wish: { courseId: id } })}>
              {texts.waive.course}
            </Button>
          </Actions>
        )}
      </details>
    </li>
  );
}

const TONES: Partial<Record<Activity['state'], Tone>> = { completed: 'good' };

function ActivityLine({ activity, onWaive }: { activity: Activity } & Pick<CourseProps, 'onWaive'>) {
  const texts = useMessages('enrollment');
  const format = useFormat();
  const { id, title, state, required, waived, completedAt, minutes } = activity;
  return (
    <li>
      <span className={styles['name']}>
        {title}
        <span className={styles['quiet']}>
          {' '}
          {format.minutes(minutes)}
          {!required && ` · ${texts.optional}`}
          {completedAt && ` · ${texts.completedOn(format.date(completedAt))}`}
        </span>
      </span>
      <Chip tone={TONES[state] ?? 'plain'}>{waived ? texts.waived : texts.activityStates[state]}</Chip>
      {onWaive && state !== 'completed' && (
        <Button look="quiet" aria-label={texts.waive.label(title)} onPress={() => onWaive({ title, wish: { activityId: id } })}>
          {texts.waive.open}
        </Button>
      )}
    </li>
  );
}
