import { Link } from '@tanstack/react-router';
import { useMessages } from '../../../i18n';
import { useFormat } from '../../../i18n/format';
import { EmailAddress } from '../../../ui/EmailAddress';
import { Chip } from '../../../ui/Notice';
import { SecondLine } from '../../../ui/SecondLine';
import { type LongColumn, VirtualTable, type VirtualTableProps } from '../../../ui/VirtualTable';
import { StateOfPlace } from '../StateOfPlace';
import { type Chosen, isChosen, ticked } from './chosen';
import type { RosterRow } from './queries';
import styles from './roster.module.css';

interface Props extends Pick<VirtualTableProps<RosterRow>, 'rows' | 'of' | 'query' | 'total'> {
  chosen: Chosen;
  onChoose: (chosen: Chosen) => void;
}

export function RosterTable({ rows, chosen, onChoose, ...list }: Props) {
  const texts = useMessages('roster');
  const { learners } = useMessages('overview');
  const { columns } = texts;
  const format = useFormat();
  const shown: LongColumn<RosterRow>[] = [
    {
      key: 'name',
      label: columns.name,
      width: [14, 3],
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
            {email && (
              <SecondLine>
                <EmailAddress address={email} />
              </SecondLine>
            )}
          </div>
        </div>
      ),
    },
    {
      key: 'offering',
      label: columns.offering,
      width: [11, 3],
      cell: ({ offering, microCredential }) => (
        <>
          {offering}
          <SecondLine>{microCredential}</SecondLine>
        </>
      ),
    },
    {
      key: 'state',
      label: columns.state,
      width: [11.5, 2],
      cell: ({ state, risk }) => (
        <div className={styles['chips']}>
          <StateOfPlace state={state} />
          {risk && <Chip tone="warn">{learners.risks[risk]}</Chip>}
        </div>
      ),
    },
    { key: 'enrolled', label: columns.enrolled, width: [7.5, 1], cell: ({ createdAt }) => format.date(createdAt) },
    {
      key: 'due',
      label: columns.due,
      width: [7.5, 1],
      cell: ({ projectDueAt }) => (projectDueAt ? format.date(projectDueAt) : learners.noDeadline),
    },
    {
      key: 'last',
      label: columns.last,
      width: [8, 1],
      cell: ({ lastActiveAt }) => (lastActiveAt ? format.relative(lastActiveAt) : learners.never),
    },
  ];
  return <VirtualTable caption={texts.title} columns={shown} rows={rows} rowKey={({ enrollmentId }) => enrollmentId} {...list} />;
}
