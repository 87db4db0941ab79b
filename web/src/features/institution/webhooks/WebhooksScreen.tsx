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
import { EndpointForm } from './EndpointForm';
import { NewSecret } from './NewSecret';
import { type Endpoint, endpointsQuery } from './queries';

export const webhooksRoute = createLazyRoute('/institution/webhooks')({ component: WebhooksScreen });

function WebhooksScreen() {
  const { webhooks } = useMessages('operations');
  const query = useQuery(endpointsQuery);
  const [edited, setEdited] = useState<Endpoint | 'new' | null>(null);
  const [secret, setSecret] = useState<string | null>(null);
  const close = () => setEdited(null);
  const title = edited === null || edited === 'new' ? webhooks.addTitle : webhooks.editTitle(edited.url);
  return (
    <InstitutionPage
      title={webhooks.title}
      lead={webhooks.lead}
      actions={query.data && <Button onPress={() => setEdited('new')}>{webhooks.add}</Button>}
    >
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={webhooks.empty}>{webhooks.emptyText}</EmptyState>
          ) : (
            <div className={styles['part']}>
              {items.map((endpoint) => (
                <EndpointCard key={endpoint.id} endpoint={endpoint} onEdit={() => setEdited(endpoint)} onSecret={setSecret} />
              ))}
            </div>
          )
        }
      </Loaded>
      <Dialog title={title} isOpen={edited !== null} onClose={close} width="wide">
        <EndpointForm
          endpoint={edited === 'new' ? null : edited}
          onSaved={(made) => {
            close();
            setSecret(made);
          }}
          onClose={close}
        />
      </Dialog>
      <NewSecret secret={secret} onClose={() => setSecret(null)} />
    </InstitutionPage>
  );
}
