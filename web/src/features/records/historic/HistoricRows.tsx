import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMessages } from '../../../i18n';
import { useFormat } from '../../../i18n/format';
import { EmailAddress } from '../../../ui/EmailAddress';
import { Select } from '../../../ui/fields';
import { Loaded } from '../../../ui/Loaded';
import { MoreButton } from '../../../ui/MoreButton';
import { Chip, type Tone } from '../../../ui/Notice';
import { EmptyState } from '../../../ui/Page';
import { type Column, Table } from '../../../ui/Table';
import styles from '../records.module.css';
import { StateChip } from '../StateChip';
import { type HistoricImport, type HistoricRow, rowsQuery, type RowState } from './queries';
import { ROW_STATES } from '../searches';

const TONES: Record<RowState, Tone> = {
  bad: 'bad',
  ready: 'plain',
  issuing: 'plain',
  issued: 'good',
  held: 'plain',
  withheld: 'warn',
};

/** Each row of the file: what is wrong with it and what to do, or what became of it. */
export function HistoricRows({ run, state }: { run: HistoricImport; state: RowState | undefined }) {
  const { historic } = useMessages('awards');
  const navigate = useNavigate();
  const query = useInfiniteQuery(rowsQuery(run.id, state, run.state === 'running'));
  return (
    <div className={styles['list']}>
      <Select
        label={historic.show}
        value={state ?? 'all'}
        choices={[
          { value: 'all', label: historic.allRows },
          ...ROW_STATES.map((value) => ({ value, label: historic.rowStates[value] })),
        ]}
        onChange={(chosen) =>
          void navigate({
            to: '/credentials/historic/$importId',
            params: { importId: run.id },
            search: chosen === 'all' ? {} : { state: chosen },
            replace: true,
          })
        }
      />
      <Loaded query={query}>{({ pages }) => <Rows rows={pages.flatMap(({ items }) => items)} />}</Loaded>
      <MoreButton query={query} />
    </div>
  );
}

function Rows({ rows }: { rows: readonly HistoricRow[] }) {
  const { historic } = useMessages('awards');
  const format = useFormat();
  if (rows.length === 0) return <EmptyState title={historic.noRows} />;
  const columns: Column<HistoricRow>[] = [
    { key: 'line', label: historic.line, cell: ({ line }) => format.number(line) },
    { key: 'state', label: historic.state, cell: (row) => <Chip tone={TONES[row.state]}>{historic.rowStates[row.state]}</Chip> },
    { key: 'outcome', label: historic.outcome, cell: (row) => <Outcome row={row} /> },
    { key: 'email', label: historic.learner, cell: ({ email }) => (email ? <EmailAddress address={email} /> : '–') },
    {
      key: 'awardedOn',
      label: historic.awardedOn,
      cell: ({ awardedOn }) => (awardedOn ? format.date(`${awardedOn}T12:00:00Z`) : '–'),
    },
    { key: 'reference', label: historic.reference, cell: ({ reference }) => reference ?? '–' },
  ];
  return <Table caption={historic.rows} columns={columns} rows={rows} rowKey={({ line }) => String(line)} />;
}

function Outcome({ row: { problems, reason, credential } }: { row: HistoricRow }) {
  const { historic } = useMessages('awards');
  return (
    <>
      {problems.length > 0 && (
        <ul className={styles['problems']}>
          {problems.map(({ field, code, detail }) => (
            <li key={`${field} ${code}`}>
              {field && <code>{field}</code>} {detail}
            </li>
          ))}
        </ul>
      )}
      {reason && <span>{historic.reasons[reason] ?? reason} </span>}
      {credential && (
        <Link to="/credentials/$credentialId" params={{ credentialId: credential.id }}>
          <StateChip state={credential.state} />
        </Link>
      )}
    </>
  );
}
