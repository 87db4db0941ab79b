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
import { EndorsementsPage } from './EndorsementsPage';
import { GivenCard } from './GivenCard';
import { GiveEndorsement } from './GiveEndorsement';
import { givenQuery } from './queries';

export const givenRoute = createLazyRoute('/credentials/endorsements/given')({ component: GivenScreen });

function GivenScreen() {
  const { endorsements } = useMessages('awards');
  const [gives, setGives] = useState(false);
  return (
    <EndorsementsPage actions={<Button onPress={() => setGives(true)}>{endorsements.give}</Button>}>
      <GivenList />
      <Dialog title={endorsements.giveTitle} isOpen={gives} onClose={() => setGives(false)} width="wide">
        <GiveEndorsement onClose={() => setGives(false)} />
      </Dialog>
    </EndorsementsPage>
  );
}

function GivenList() {
  const { endorsements } = useMessages('awards');
  const query = useInfiniteQuery(givenQuery);
  return (
    <>
      <Loaded query={query}>
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items);
          if (rows.length === 0) return <EmptyState title={endorsements.noneGiven}>{endorsements.noneGivenHelp}</EmptyState>;
          return (
            <div className={styles['list']}>
              {rows.map((one) => (
                <GivenCard key={one.id} endorsement={one} />
              ))}
            </div>
          );
        }}
      </Loaded>
      <MoreButton query={query} />
    </>
  );
}
