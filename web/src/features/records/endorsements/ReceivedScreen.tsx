import { useInfiniteQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { useState } from 'react';
import { useMessages } from '../../../i18n';
import { Button } from '../../../ui/Button';
import { Dialog } from '../../../ui/Dialog';
import { Loaded } from '../../../ui/Loaded';
import { MoreButton } from '../../../ui/MoreButton';
import { EmptyState } from '../../../ui/Page';
import styles from '../records.module.css';
import { BringEndorsement } from './BringEndorsement';
import { EndorsementsPage } from './EndorsementsPage';
import { receivedQuery } from './queries';
import { ReceivedCard } from './ReceivedCard';

export const receivedRoute = createLazyRoute('/credentials/endorsements')({ component: ReceivedScreen });

function ReceivedScreen() {
  const { endorsements } = useMessages('awards');
  const [brings, setBrings] = useState(false);
  return (
    <EndorsementsPage actions={<Button onPress={() => setBrings(true)}>{endorsements.bring}</Button>}>
      <ReceivedList />
      <Dialog title={endorsements.bringTitle} isOpen={brings} onClose={() => setBrings(false)} width="wide">
        <BringEndorsement onClose={() => setBrings(false)} />
      </Dialog>
    </EndorsementsPage>
  );
}

function ReceivedList() {
  const { endorsements } = useMessages('awards');
  const query = useInfiniteQuery(receivedQuery);
  return (
    <>
      <Loaded query={query}>
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items);
          if (rows.length === 0)
            return <EmptyState title={endorsements.noneReceived}>{endorsements.noneReceivedHelp}</EmptyState>;
          return (
            <div className={styles['list']}>
              {rows.map((one) => (
                <ReceivedCard key={one.id} endorsement={one} />
              ))}
            </div>
          );
        }}
      </Loaded>
      <MoreButton query={query} />
    </>
  );
}
