import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMessages } from '../../../i18n';
import { useFormat } from '../../../i18n/format';
import { Actions } from '../../../ui/Form';
import { Loaded } from '../../../ui/Loaded';
import { Notice } from '../../../ui/Notice';
import { Card } from '../../../ui/Page';
import { type Column, Table } from '../../../ui/Table';
import type { Platform } from '../queries';
import { columnsQuery, type GradebookColumn } from './queries';
import { ResendButton } from './ResendButton';

/** Where scores go: the columns of the gradebook that Cairn fills, and what does not arrive. */
export function Columns({ platform: { id, troubles } }: { platform: Platform }) {
  const { gradebook } = useMessages('platforms');
  const query = useQuery(columnsQuery(id));
  const { scoresParked, scoresWaiting } = troubles;
  return (
    <Card title={gradebook.title}>
      {scoresParked.map((parked) => (
        <NotTold key={parked.reason} {...parked} />
      ))}
      <Loaded query={query}>{({ items }) => <Known platformId={id} rows={items} />}</Loaded>
      {(scoresParked.length > 0 || scoresWaiting > 0) && (
        <Actions>
          <ResendButton of={{ platformId: id }}>{gradebook.resendAll}</ResendButton>
        </Actions>
      )}
    </Card>
  );
}

/** Grades that are no longer tried; or only work that waits for one, which nobody has to do anything about. */
function NotTold({ reason, count, awaitingGrade }: Platform['troubles']['scoresParked'][number]) {
  const { gradebook } = useMessages('platforms');
  const grades = count - awaitingGrade;
  const untold = gradebook.untoldMany(awaitingGrade);
  return (
    <Notice tone={grades > 0 ? 'warn' : 'plain'} title={grades > 0 ? gradebook.parkedMany(grades) : untold}>
      <p>{gradebook.because[reason]}</p>
      {awaitingGrade > 0 && (
        <p>
          {grades > 0 && `${untold}. `}
          {gradebook.gradeFollows}
        </p>
      )}
    </Notice>
  );
}

function Known({ platformId, rows }: { platformId: string; rows: readonly GradebookColumn[] }) {
  const { gradebook } = useMessages('platforms');
  const format = useFormat();
  if (rows.length === 0) return <p>{gradebook.noColumns}</p>;
  const columns: Column<GradebookColumn>[] = [
    {
      key: 'column',
      label: gradebook.column,
      cell: ({ id, linkTitle, kind }) => (
        <Link to="/institution/platforms/$platformId/columns/$columnId" params={{ platformId, columnId: id }}>
          {linkTitle || gradebook.kinds[kind]}
        </Link>
      ),
    },
    { key: 'course', label: gradebook.course, cell: ({ contextTitle }) => contextTitle || gradebook.noCourse },
    { key: 'kind', label: gradebook.kind, cell: ({ kind }) => gradebook.kinds[kind] },
    { key: 'arrived', label: gradebook.states.arrived, isNumber: true, cell: ({ arrived }) => format.number(arrived) },
    { key: 'waiting', label: gradebook.states.waiting, isNumber: true, cell: ({ waiting }) => format.number(waiting) },
    {
      key: 'awaitingGrade',
      label: gradebook.states.awaiting_grade,
      isNumber: true,
      cell: ({ awaitingGrade }) => format.number(awaitingGrade),
    },
    { key: 'parked', label: gradebook.states.parked, isNumber: true, cell: ({ parked }) => format.number(parked) },
  ];
  return <Table caption={gradebook.columns} columns={columns} rows={rows} rowKey={({ id }) => id} />;
}
