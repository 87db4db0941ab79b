import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import type { View } from '../../../api/client';
import { useMessages } from '../../../i18n';
import { useFormat } from '../../../i18n/format';
import { Loaded } from '../../../ui/Loaded';
import { Notice } from '../../../ui/Notice';
import { Page } from '../../../ui/Page';
import { Progress } from '../../../ui/Progress';
import { KeepOffer } from '../../keeping/KeepOffer';
import { useWaitingFacts } from '../facts/facts-outbox';
import { journeyWith } from '../facts/told-facts';
import { journeyQuery } from '../queries';
import { CourseStone } from './CourseStone';
import { NextStep } from './NextStep';
import { BadgeStone, ProjectStone } from './Summit';
import styles from './journey.module.css';

export const journeyRoute = createLazyRoute('/learning/$enrollmentId')({ component: JourneyScreen });

function JourneyScreen() {
  const { enrollmentId } = journeyRoute.useParams();
  const messages = useMessages('learning');
  const query = useQuery(journeyQuery(enrollmentId));
  const waiting = useWaitingFacts(enrollmentId, messages.player.notCounted);
  return (
    <Page
      title={query.data?.edition.title ?? messages.title}
      crumbs={[{ label: messages.title, to: '/' }]}
      lead={query.data && <Run journey={query.data} />}
    >
      <Loaded query={query}>{(journey) => <Way journey={journeyWith(journey, waiting)} />}</Loaded>
    </Page>
  );
}

function Way({ journey }: { journey: View<'JourneyView'> }) {
  const messages = useMessages('learning');
  const { state, can, courses } = journey;
  return (
    <>
      <Status journey={journey} />
      {state === 'waitlisted' && <Notice>{messages.home.waitlisted}</Notice>}
      {state === 'expired' && <Notice tone="warn">{messages.home.expired}</Notice>}
      {!can.learn && state === 'active' && <Notice>{messages.journey.staff}</Notice>}
      {can.learn && <NextStep journey={journey} />}
      <ol className={styles['rail']} aria-label={messages.journey.outline}>
        {courses.map((course, index) => (
          <CourseStone key={course.id} course={course} journey={journey} number={index + 1} />
        ))}
        <ProjectStone journey={journey} />
        <BadgeStone journey={journey} />
      </ol>
      <KeepOffer />
    </>
  );
}

function Run({ journey: { offeringTitle, endsAt } }: { journey: View<'JourneyView'> }) {
  const messages = useMessages('learning');
  const format = useFormat();
  return <>{[offeringTitle, endsAt && messages.endsOn(format.date(endsAt))].filter(Boolean).join(' · ')}</>;
}

function Status({ journey: { edition, progress } }: { journey: View<'JourneyView'> }) {
  const messages = useMessages('learning');
  const format = useFormat();
  const left = progress.minutesTotal - progress.minutesDone;
  const words = [format.percent(progress.share), left > 0 ? messages.timeLeft(format.minutes(left)) : ''];
  return (
    <Progress label={messages.progressOf(edition.title)} share={progress.share}>
      {words.filter(Boolean).join(' · ')}
    </Progress>
  );
}
