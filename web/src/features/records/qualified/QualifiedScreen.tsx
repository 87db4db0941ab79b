import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { useState } from 'react';
import { useSession } from '../../../app/session';
import { useMessages } from '../../../i18n';
import { Button } from '../../../ui/Button';
import { Dialog } from '../../../ui/Dialog';
import { Actions } from '../../../ui/Form';
import { Loaded } from '../../../ui/Loaded';
import { MoreButton } from '../../../ui/MoreButton';
import { Notice } from '../../../ui/Notice';
import { EmptyState } from '../../../ui/Page';
import { type Column, Table } from '../../../ui/Table';
import styles from '../records.module.css';
import { useCandidateColumns } from './candidate-columns';
import { ConfirmQualified } from './ConfirmQualified';
import { QualifiedPage } from './QualifiedPage';
import { type Candidate, candidatesQuery } from './queries';

export const qualifiedRoute = createLazyRoute('/editions/$editionId/newly-qualified')({ component: QualifiedScreen });

function QualifiedScreen() {
  const { editionId } = qualifiedRoute.useParams();
  return (
    <QualifiedPage editionId={editionId}>
      <Qualified editionId={editionId} />
    </QualifiedPage>
  );
}

function Qualified({ editionId }: { editionId: string }) {
  const { qualified } = useMessages('awards');
  const { credentials } = useMessages('records');
  const { person } = useSession();
  const queries = useQueryClient();
  const query = useInfiniteQuery(candidatesQuery(editionId, 'qualified'));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [asks, setAsks] = useState(false);
  const [hasChanged, setHasChanged] = useState(false);
  const columns = useCandidateColumns();
  const first = query.data?.pages[0];
  const choose = (id: string, isChosen: boolean) => {
    const next = new Set(chosen);
    if (isChosen) next.add(id);
    else next.delete(id);
    setChosen(next);
  };
  const select: Column<Candidate> = {
    key: 'select',
    label: credentials.select,
    cell: ({ enrollmentId, personId, personName }) =>
      // Nobody awards themselves.
      personId === person.id ? (
        qualified.you
      ) : (
        <input
          type="checkbox"
          className={styles['tick']}
          aria-label={qualified.selectOne(personName)}
          checked={chosen.has(enrollmentId)}
          onChange={(event) => choose(enrollmentId, event.currentTarget.checked)}
        />
      ),
  };
  const number = chosen.size > 0 ? chosen.size : (first?.total ?? 0);
  return (
    <div className={styles['list']}>
      <div role="status">{hasChanged && <Notice tone="warn">{qualified.hasChanged}</Notice>}</div>
      {first && first.total > 0 && (
        <Actions>
          <Button look="primary" onPress={() => setAsks(true)}>
            {chosen.size > 0 ? qualified.awardChosen(chosen.size) : qualified.awardAll(first.total)}
          </Button>
          {chosen.size > 0 && (
            <Button look="quiet" onPress={() => setChosen(new Set())}>
              {credentials.clear}
            </Button>
          )}
        </Actions>
      )}
      <Loaded query={query}>
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items);
          if (rows.length === 0) return <EmptyState title={qualified.empty}>{qualified.emptyHelp}</EmptyState>;
          const [name, ...others] = columns;
          return (
            <Table
              caption={qualified.qualify}
              columns={[...(name ? [name] : []), select, ...others]}
              rows={rows}
              rowKey={({ enrollmentId }) => enrollmentId}
            />
          );
        }}
      </Loaded>
      <MoreButton query={query} />
      <Dialog title={qualified.confirmTitle(number)} isOpen={asks} onClose={() => setAsks(false)}>
        {first && (
          <ConfirmQualified
            editionId={editionId}
            version={first.version}
            enrollmentIds={chosen.size > 0 ? [...chosen] : null}
            number={number}
            onClose={() => setAsks(false)}
            onChanged={() => {
              setAsks(false);
              setChosen(new Set());
              setHasChanged(true);
              void queries.invalidateQueries({ queryKey: ['records', 'qualified', editionId] });
            }}
          />
        )}
      </Dialog>
    </div>
  );
}
