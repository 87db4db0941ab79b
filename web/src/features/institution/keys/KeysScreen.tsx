import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { useState } from 'react';
import type { View } from '../../../api/client';
import { useMessages } from '../../../i18n';
import { Button } from '../../../ui/Button';
import { Dialog } from '../../../ui/Dialog';
import { Loaded } from '../../../ui/Loaded';
import { EmptyState } from '../../../ui/Page';
import { InstitutionPage } from '../InstitutionPage';
import { keysQuery } from '../queries';
import styles from '../institution.module.css';
import { CompromiseForm } from './CompromiseForm';
import { KeyCard } from './KeyCard';
import { byState } from './key-order';
import { RotateForm } from './RotateForm';

export const keysRoute = createLazyRoute('/institution/keys')({ component: KeysScreen });

export type SigningKey = View<'SigningKeyView'>;

function KeysScreen() {
  const { keys } = useMessages('institution');
  const query = useQuery(keysQuery);
  const [rotates, setRotates] = useState(false);
  return (
    <InstitutionPage
      title={keys.title}
      lead={keys.lead}
      actions={query.data && <Button onPress={() => setRotates(true)}>{keys.rotate}</Button>}
    >
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? <EmptyState title={keys.empty}>{keys.emptyText}</EmptyState> : <Keys keys={byState(items)} />
        }
      </Loaded>
      <Dialog title={keys.rotateTitle} isOpen={rotates} onClose={() => setRotates(false)}>
        <RotateForm onClose={() => setRotates(false)} />
      </Dialog>
    </InstitutionPage>
  );
}

function Keys({ keys: known }: { keys: readonly SigningKey[] }) {
  const { keys } = useMessages('institution');
  const [reported, setReported] = useState<SigningKey | null>(null);
  return (
    <div className={styles['part']}>
      {known.map((key) => (
        <KeyCard key={key.id} signingKey={key} onReport={() => setReported(key)} />
      ))}
      <Dialog title={keys.reportTitle(reported?.fragment ?? '')} isOpen={reported !== null} onClose={() => setReported(null)}>
        {reported && <CompromiseForm signingKey={reported} onClose={() => setReported(null)} />}
      </Dialog>
    </div>
  );
}
