import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { Loaded } from '../../../ui/Loaded';
import { badgeDesignQuery } from '../queries';
import { Workspace } from '../Workspace';
import { BadgeDesigner } from './BadgeDesigner';

export const badgeRoute = createLazyRoute('/studio/$microCredentialId/badge')({ component: BadgeScreen });

function BadgeScreen() {
  const { microCredentialId } = badgeRoute.useParams();
  const query = useQuery(badgeDesignQuery(microCredentialId));
  return (
    <Workspace id={microCredentialId}>
      {(microCredential) => (
        <Loaded query={query}>{(badge) => <BadgeDesigner microCredential={microCredential} badge={badge} />}</Loaded>
      )}
    </Workspace>
  );
}
