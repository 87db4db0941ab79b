import { Link } from '@tanstack/react-router';
import { useMessages } from '../../../i18n';
import { useFormat } from '../../../i18n/format';
import { Chip } from '../../../ui/Notice';
import type { Column } from '../../../ui/Table';
import { VirtualTable } from '../../../ui/VirtualTable';
import { StateOfPlace } from '../StateOfPlace';
import { type Chosen, isChosen, ticked } from './chosen';
import type { RosterRow } from './queries';
import styles from './roster.module.css';

interface Props {
  rows: readonly RosterRow[];
  total: number | null;
  chosen: Chosen;
  onChoose: (chosen: Chosen) => void;
  hasMore: boolean;
  isLoading: boolean;
  onMore: () => void;
}

const TRACKS =
  'minmax(14rem, 3fr) minmax(11rem, 3fr) minmax(11.5rem, 2fr) minmax(7.5rem, 1fr) minmax(7.5rem, 1fr) minmax(8rem, 1fr)';

export function RosterTable({ rows, chosen, onChoose, ...list }: Props) {
  const texts = useMessages('roster');
  const { learners } = useMessages('overview');
  const { columns } = texts;
  const format = useFormat();
  const shown: Column<RosterRow>[] = [
    {
      key: 'name',
      label: columns.name,
      cell: ({ enrollmentId, name, email, offering }) => (
        <div className={styles['who']}>
          <input
            type="checkbox"
            className={styles['tick']}
            aria-label={texts.choose(name || learners.unknown, offering)}
            checked={isChosen(chosen, enrollmentId)}
            disabled={'all' in chosen}
            onChange={() => onChoose(ticked(chosen, enrollmentId))}
          />
          <div>
            <Link to="/enrollments/$enrollmentId" params={{ enrollmentId }}>
              {name || learners.unknown}
            </Link>
            {email && <span className={styles['second']}>{email}</span>}
          </div>
        </div>
      ),
    },
    {
      key: 'offering',
      label: columns.offering,
      cell: ({ offering, microCredential }) => (
        <>
          {offering}
          <span className={styles['second']}>{microCredential}</span>
        </>
      ),
    },
    {
      key: 'state',
      label: columns.state,
      cell: ({ state, risk }) => (
        <div className={styles['chips']}>
          <StateOfPlace state={state} />
          {risk && <Chip tone="warn">{learners.risks[risk]}</Chip>}
        </div>
      ),
    },
    { key: 'enrolled', label: columns.enrolled, cell: ({ createdAt }) => format.date(createdAt) },
    {
      key: 'due',
      label: columns.due,
      cell: ({ projectDueAt }) => (projectDueAt ? format.date(projectDueAt) : learners.noDeadline),
    },
    {
      key: 'last',
      label: columns.last,
      cell: ({ lastActiveAt }) => (lastActiveAt ? format.relative(lastActiveAt) : learners.never),
    },
  ];
  return (
    <VirtualTable
      caption={texts.title}
      columns={shown}
      rows={rows}
      rowKey={({ enrollmentId }) => enrollmentId}
      tracks={TRACKS}
      {...list}
    />
  );
}
