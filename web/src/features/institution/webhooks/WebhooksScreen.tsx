import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { useState } from 'react';
import { useMessages } from '../../../i18n';
import { Button } from '../../../ui/Button';
import { Dialog } from '../../../ui/Dialog';
import { Loaded } from '../../../ui/Loaded';
import { EmptyState } from '../../../ui/Page';
import { InstitutionPage } from '../InstitutionPage';
import styles from '../institution.module.css';
import { EndpointCard } from './EndpointCard';
import { ChangeEndpoint, NewEndpoint } from './EndpointForm';
import { NewSecret } from './NewSecret';
import { endpointsQuery } from './queries';

export const webhooksRoute = createLazyRoute('/institution/webhooks')({ component: WebhooksScreen });

function WebhooksScreen() {
  const { webhooks } = useMessages('operations');
  const query = useQuery(endpointsQuery);
  const [editedId, setEditedId] = useState<string | null>(null);
  const [isAdding, setAdding] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const edited = query.data?.items.find(({ id }) => id === editedId);
  return (
    <InstitutionPage
      title={webhooks.title}
      lead={webhooks.lead}
      actions={query.data && <Button onPress={() => setAdding(true)}>{webhooks.add}</Button>}
    >
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={webhooks.empty}>{webhooks.emptyText}</EmptyState>
          ) : (
            <div className={styles['part']}>
              {items.map((endpoint) => (
                <EndpointCard
                  key={endpoint.id}
                  endpoint={endpoint}
                  onEdit={() => setEditedId(endpoint.id)}
                  onSecret={setSecret}
                />
              ))}
            </div>
          )
        }
      </Loaded>
      <Dialog title={webhooks.addTitle} isOpen={isAdding} onClose={() => setAdding(false)} width="wide">
        <NewEndpoint
          onSaved={(made) => {
            setAdding(false);
            setSecret(made);
          }}
          onClose={() => setAdding(false)}
        />
      </Dialog>
      <Dialog
        title={webhooks.editTitle(edited?.url ?? '')}
        isOpen={edited !== undefined}
        onClose={() => setEditedId(null)}
        width="wide"
      >
        {edited && <ChangeEndpoint endpoint={edited} onClose={() => setEditedId(null)} />}
      </Dialog>
      <NewSecret secret={secret} onClose={() => setSecret(null)} />
    </InstitutionPage>
  );
}
