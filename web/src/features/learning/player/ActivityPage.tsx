import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { View } from '../../../api/client';
import { queryClient } from '../../../api/queries';
import { useMessages } from '../../../i18n';
import { useFormat } from '../../../i18n/format';
import { Loaded } from '../../../ui/Loaded';
import { Chip, Notice } from '../../../ui/Notice';
import { Page } from '../../../ui/Page';
import { NotePanel } from '../../notes/NotePanel';
import { readPreviewPlace } from '../../../preview/preview-place';
import { KindIcon } from '../KindIcon';
import { LockReasons } from '../journey/LockReasons';
import shared from '../learning.module.css';
import { activityQuery } from '../queries';
import { Content } from './Content';
import { StepsFooter } from './StepsFooter';
import { stepsAround } from './steps';
import { usePosition } from './use-position';

export interface ActivityPageProps {
  journey: View<'JourneyView'>;
  found: { course: View<'JourneyCourseView'>; activity: View<'JourneyActivityView'> };
  /** The attempt at a quiz that is to be shown. */
  attemptId: string | null;
  /** Facts that the server does not have yet. */
  waiting: number;
}

export function ActivityPage({ journey, found: { course, activity }, attemptId, waiting }: ActivityPageProps) {
  const messages = useMessages('learning');
  const { enrollmentId } = journey;
  const isLocked = course.state === 'locked';
  const query = useQuery({ ...activityQuery(enrollmentId, activity.id), enabled: !isLocked });
  const steps = stepsAround(journey, activity.id);
  usePrefetched(enrollmentId, steps.next?.id);
  usePosition(journey, activity, query.data !== undefined);
  return (
    <Page
      title={activity.title}
      width="text"
      crumbs={[
        { label: messages.title, to: '/' },
        { label: journey.edition.title, to: '/learning/$enrollmentId', params: { enrollmentId } },
      ]}
      lead={<About course={course} activity={activity} />}
    >
      {isLocked ? (
        <Notice tone="warn" title={messages.player.lockedTitle}>
          <LockReasons reasons={course.reasons} journey={journey} />
        </Notice>
      ) : (
        <Loaded query={query}>
          {(data) => <Content data={data} journey={journey} activity={activity} attemptId={attemptId} />}
        </Loaded>
      )}
      {journey.can.learn && !isLocked && !readPreviewPlace(enrollmentId) && (
        <NotePanel enrollmentId={enrollmentId} activityId={activity.id} />
      )}
      {waiting > 0 && <Notice tone="warn">{messages.player.waitingToSend(waiting)}</Notice>}
      <StepsFooter journey={journey} activity={activity} steps={steps} isReady={query.data !== undefined} />
    </Page>
  );
}

function About({ course, activity: { kind, minutes, required, state } }: ActivityPageProps['found']) {
  const messages = useMessages('learning');
  const format = useFormat();
  return (
    <span className={shared['line']}>
      <span>
        <KindIcon kind={kind} /> {course.title} · {format.minutes(minutes)}
        {!required && ` · ${messages.optional}`}
      </span>
      <span role="status">{state === 'completed' && <Chip tone="good">{messages.player.completed}</Chip>}</span>
    </span>
  );
}

/** The next page is there at once, and even when the network goes away before one gets to it. */
function usePrefetched(enrollmentId: string, activityId: string | undefined): void {
  useEffect(() => {
    if (activityId) void queryClient.prefetchQuery(activityQuery(enrollmentId, activityId));
  }, [enrollmentId, activityId]);
}
