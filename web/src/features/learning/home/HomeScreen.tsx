import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { navigationFor } from '../../../app/navigation';
import { useRole, useSession } from '../../../app/session';
import { useMessages } from '../../../i18n';
import { Actions } from '../../../ui/Form';
import { ExternalLinkButton, LinkButton } from '../../../ui/LinkButton';
import { Loaded } from '../../../ui/Loaded';
import { Card, EmptyState, Page } from '../../../ui/Page';
import { myJourneysQuery } from '../queries';
import { useNow } from '../use-now';
import { Badges } from './Badges';
import { homeOf, type MyJourney } from './home-order';
import { JourneyLine } from './JourneyLine';
import { Due, News } from './Notices';
import { UpNext } from './UpNext';
import shared from '../learning.module.css';

export const homeRoute = createLazyRoute('/')({ component: HomeScreen });

function HomeScreen() {
  const { title } = useMessages('learning');
  const notes = useMessages('notes');
  const isLearner = useRole('learner');
  return (
    <Page title={title} actions={isLearner && <LinkButton to="/notes">{notes.title}</LinkButton>}>
      <Loaded query={useQuery(myJourneysQuery)}>
        {(journeys) => (journeys.length === 0 ? <NothingYet /> : <Journeys journeys={journeys} />)}
      </Loaded>
      <Badges />
    </Page>
  );
}

function Journeys({ journeys }: { journeys: readonly MyJourney[] }) {
  const { home } = useMessages('learning');
  const { running, due, news, rest } = homeOf(journeys, useNow());
  return (
    <>
      {news.length > 0 && <News journeys={news} />}
      {running.map((journey, index) => (
        <UpNext key={journey.enrollmentId} journey={journey} isFirst={index === 0} />
      ))}
      {due.length > 0 && <Due journeys={due} />}
      {rest.length > 0 && (
        <Card title={home.done}>
          <ul className={shared['list']}>
            {rest.map((journey) => (
              <JourneyLine key={journey.enrollmentId} journey={journey} />
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}

/** The way to the catalogue, and for whoever works here to their own part. */
function NothingYet() {
  const { home } = useMessages('learning');
  const { nav } = useMessages('common');
  const destinations = navigationFor(useSession().roles).filter(({ roles }) => !roles.includes('learner'));
  return (
    <>
      {destinations.length > 0 && (
        <Card title={home.yourParts}>
          <Actions>
            {destinations.map(({ key, to }) => (
              <LinkButton key={key} to={to} look="primary">
                {nav[key]}
              </LinkButton>
            ))}
          </Actions>
        </Card>
      )}
      <EmptyState
        title={home.emptyTitle}
        action={
          <ExternalLinkButton look={destinations.length > 0 ? 'plain' : 'primary'} href="/">
            {home.catalogue}
          </ExternalLinkButton>
        }
      >
        {home.emptyText}
      </EmptyState>
    </>
  );
}
