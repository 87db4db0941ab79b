import { Link } from '@tanstack/react-router';
import { ArrowRight } from 'lucide-react';
import { useMessages } from '../../../i18n';
import { useFormat } from '../../../i18n/format';
import { LinkButton } from '../../../ui/LinkButton';
import { Progress } from '../../../ui/Progress';
import { KindIcon } from '../KindIcon';
import type { MyJourney } from './home-order';
import shared from '../learning.module.css';
import styles from './home.module.css';

/** One micro-credential that is running, with the one thing to do next. */
export function UpNext({ journey, isFirst }: { journey: MyJourney; isFirst: boolean }) {
  const messages = useMessages('learning');
  const format = useFormat();
  const { enrollmentId, title, offeringTitle, progress, endsAt } = journey;
  const left = progress.minutesTotal - progress.minutesDone;
  return (
    <section className={styles['way']} aria-label={title}>
      <div className={shared['between']}>
        <h2>
          <Link to="/learning/$enrollmentId" params={{ enrollmentId }}>
            {title}
          </Link>
        </h2>
        <span className={shared['quiet']}>
          {[offeringTitle, endsAt ? messages.endsOn(format.date(endsAt)) : ''].filter(Boolean).join(' · ')}
        </span>
      </div>
      <Progress label={messages.progressOf(title)} share={progress.share}>
        {left > 0
          ? `${format.percent(progress.share)} · ${messages.timeLeft(format.minutes(left))}`
          : format.percent(progress.share)}
      </Progress>
      <Next journey={journey} isFirst={isFirst} />
    </section>
  );
}

function Next({ journey, isFirst }: { journey: MyJourney; isFirst: boolean }) {
  const { home, kinds } = useMessages('learning');
  const format = useFormat();
  const { enrollmentId, next, project, progress } = journey;
  const look = isFirst ? 'primary' : 'plain';
  if (next?.kind === 'activity' && next.activityId) {
    return (
      <div className={styles['next']}>
        <div>
          <p className={shared['quiet']}>
            {home.upNext} · {next.courseTitle} · {format.minutes(next.minutes)}
          </p>
          <p className={styles['what']}>{next.title}</p>
        </div>
        <LinkButton
          look={look}
          icon={<ArrowRight aria-hidden />}
          to="/learning/$enrollmentId/activities/$activityId"
          params={{ enrollmentId, activityId: next.activityId }}
        >
          {progress.share > 0 ? home.goOn : home.begin}
        </LinkButton>
      </div>
    );
  }
  if (next || project.standing !== 'none') {
    const { standing, title } = project;
    const isToDo = standing === 'none' || standing === 'returned';
    return (
      <div className={styles['next']}>
        <div>
          <p className={shared['quiet']}>
            <KindIcon kind="project" /> {isToDo ? `${home.upNext} · ${kinds.project}` : home.project[standing]}
          </p>
          <p className={styles['what']}>{title}</p>
        </div>
        <LinkButton
          look={isToDo ? look : 'plain'}
          icon={<ArrowRight aria-hidden />}
          to="/learning/$enrollmentId/project"
          params={{ enrollmentId }}
        >
          {home.openProject}
        </LinkButton>
      </div>
    );
  }
  return (
    <div className={styles['next']}>
      <p>{home.waiting}</p>
      <LinkButton to="/learning/$enrollmentId" params={{ enrollmentId }}>
        {home.overview}
      </LinkButton>
    </div>
  );
}
