import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { useMessages } from '../../i18n';
import { Loaded } from '../../ui/Loaded';
import { Page } from '../../ui/Page';
import { gradingQuery } from './queries';
import { Room } from './Room';

export const roomRoute = createLazyRoute('/grading/$offeringId/attempts/$attemptId')({ component: RoomScreen });

function RoomScreen() {
  const { attemptId } = roomRoute.useParams();
  const { title } = useMessages('grading');
  const query = useQuery(gradingQuery(attemptId));
  // The notes of one attempt are nobody else's: another attempt is another room.
  if (query.data) return <Room key={attemptId} grading={query.data} />;
  return (
    <Page title={title} crumbs={[{ label: title, to: '/grading' }]}>
      <Loaded query={query}>{() => null}</Loaded>
    </Page>
  );
}
