import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import type { View } from '../../../api/client';
import { useMessages } from '../../../i18n';
import { EmptyState, Page } from '../../../ui/Page';
import { Loaded } from '../../../ui/Loaded';
import { LinkButton } from '../../../ui/LinkButton';
import { useWaitingFacts } from '../facts/facts-outbox';
import { journeyWith } from '../facts/told-facts';
import { journeyQuery } from '../queries';
import { ActivityPage } from './ActivityPage';
import { Outline } from './Outline';
import { activityOf } from './steps';
import styles from './player.module.css';

export const playerRoute = createLazyRoute('/learning/$enrollmentId/activities/$activityId')({ component: PlayerScreen });

function PlayerScreen() {
  const { enrollmentId } = playerRoute.useParams();
  const { player } = useMessages('learning');
  const query = useQuery(journeyQuery(enrollmentId));
  const waiting = useWaitingFacts(enrollmentId, player.notCounted);
  if (query.data) return <Player journey={journeyWith(query.data, waiting)} waiting={waiting.length} />;
  return (
    <Page title={player.outline}>
      <Loaded query={query}>{() => null}</Loaded>
    </Page>
  );
}

function Player({ journey, waiting }: { journey: View<'JourneyView'>; waiting: number }) {
  const { enrollmentId, activityId } = playerRoute.useParams();
  const { attempt } = playerRoute.useSearch();
  const messages = useMessages('learning');
  const found = activityOf(journey, activityId);
  return (
    <div className={styles['player']}>
      <Outline journey={journey} activityId={activityId} />
      {found ? (
        // A new page for each activity: the focus goes to its title, and nothing of the one before stays.
        <ActivityPage key={activityId} journey={journey} found={found} attemptId={attempt ?? null} waiting={waiting} />
      ) : (
        <Page title={messages.title}>
          <EmptyState
            title={messages.player.unknown}
            action={
              <LinkButton to="/learning/$enrollmentId" params={{ enrollmentId }}>
                {messages.player.overview}
              </LinkButton>
            }
          />
        </Page>
      )}
    </div>
  );
}
