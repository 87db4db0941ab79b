import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { View } from '../../../api/client';
import { useMessages } from '../../../i18n';
import { useFormat } from '../../../i18n/format';
import { EmailAddress } from '../../../ui/EmailAddress';
import { Select } from '../../../ui/fields';
import { Loaded } from '../../../ui/Loaded';
import { MoreButton } from '../../../ui/MoreButton';
import { Chip, type Tone } from '../../../ui/Notice';
import { Card } from '../../../ui/Page';
import { Table } from '../../../ui/Table';
import { rowsQuery } from './queries';
import { type FileOfPeople, ROW_STATES, type RowState } from './row-states';

const route = getRouteApi('/enrollment-imports/$importId');

type Row = View<'EnrollmentImportRowView'>;

const TONES: Partial<Record<RowState, Tone>> = {
  bad: 'bad',
  refused: 'bad',
  waitlist: 'warn',
  waitlisted: 'warn',
  seat: 'good',
  enrolled: 'good',
};

/** Each row of a file of people. The filter is part of the address. */
export function FileRows({ file }: { file: FileOfPeople }) {
  const { file: texts } = useMessages('enrollment');
  const format = useFormat();
  const { state } = route.useSearch();
  const navigate = route.useNavigate();
  const queries = useQueryClient();
  const query = useInfiniteQuery(rowsQuery(file.id, state));
  const { working } = file.counts;
  // The rows change with the counts, which are asked for again and again.
  const shown = useRef(working);
  useEffect(() => {
    if (shown.current === working) return;
    shown.current = working;
    void queries.invalidateQueries({ queryKey: ['people-files', file.id, 'rows'] });
  }, [queries, file.id, working]);
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const { columns, states } = texts.rows;
  const choices = ROW_STATES.filter((one) => one === state || file.counts[one] > 0);
  return (
    <Card title={texts.rows.caption}>
      <Select
        label={texts.show}
        value={state ?? ''}
        choices={[{ value: '', label: texts.all }, ...choices.map((value) => ({ value, label: states[value] }))]}
        onChange={(chosen) =>
          void navigate({ search: chosen === '' ? {} : { state: chosen }, replace: true, resetScroll: false })
        }
      />
      <Loaded query={query}>
        {() =>
          rows.length === 0 ? (
            <p>{texts.rows.none}</p>
          ) : (
            <Table
              caption={texts.rows.caption}
              rows={rows}
              rowKey={({ line }) => String(line)}
              columns={[
                { key: 'line', label: columns.line, cell: ({ line }) => format.number(line) },
                { key: 'name', label: columns.name, cell: ({ name }) => name ?? '–' },
                { key: 'email', label: columns.email, cell: ({ email }) => (email ? <EmailAddress address={email} /> : '–') },
                {
                  key: 'state',
                  label: columns.state,
                  cell: (row) => <Chip tone={TONES[row.state] ?? 'plain'}>{states[row.state]}</Chip>,
                },
                { key: 'what', label: columns.what, cell: (row) => <WhatToKnow row={row} /> },
              ]}
            />
          )
        }
      </Loaded>
      <MoreButton query={query} />
    </Card>
  );
}

function WhatToKnow({ row: { problems, reason, enrollmentId, name } }: { row: Row }) {
  const { file: texts } = useMessages('enrollment');
  if (enrollmentId)
    return (
      <Link to="/enrollments/$enrollmentId" params={{ enrollmentId }} aria-label={texts.rows.toLearnerOf(name ?? '')}>
        {texts.rows.toLearner}
      </Link>
    );
  if (problems.length === 0) return reason;
  return problems.map(({ detail }) => detail).join(' ');
}
