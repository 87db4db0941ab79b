import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { Loaded } from '../../../ui/Loaded';
import { outlineQuery, problemsQuery } from '../queries';
import { Workspace } from '../Workspace';
import { Checks } from './Checks';
import { Editions } from './Editions';
import { PublishForm } from './PublishForm';
import styles from './publish.module.css';
import { Retire } from './Retire';

export const publishRoute = createLazyRoute('/studio/$microCredentialId/publish')({ component: PublishScreen });

function PublishScreen() {
  const { microCredentialId } = publishRoute.useParams();
  const problems = useQuery(problemsQuery(microCredentialId));
  const outline = useQuery(outlineQuery(microCredentialId));
  return (
    <Workspace id={microCredentialId}>
      {(microCredential) => (
        <div className={styles['publish']}>
          {microCredential.can.publish && (
            <Loaded query={problems}>
              {({ items, missingElements }) => (
                <>
                  <Checks
                    id={microCredential.id}
                    problems={items}
                    missing={missingElements}
                    courses={outline.data?.courses ?? []}
                  />
                  {items.length === 0 && <PublishForm microCredential={microCredential} />}
                </>
              )}
            </Loaded>
          )}
          <Editions microCredential={microCredential} />
          {microCredential.can.retire && microCredential.latestEdition && <Retire microCredential={microCredential} />}
        </div>
      )}
    </Workspace>
  );
}
