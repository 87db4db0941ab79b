import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useMessages } from '../../../i18n';
import { Select } from '../../../ui/fields';
import { Loaded } from '../../../ui/Loaded';
import { MoreButton } from '../../../ui/MoreButton';
import { Chip, type Tone } from '../../../ui/Notice';
import { Card } from '../../../ui/Page';
import { Table } from '../../../ui/Table';
import { outcomeWords } from './outcome-words';
import { type ActRow, actRowsQuery, type EnrollmentAct } from './queries';

const OUTCOMES = ['waiting', 'done', 'refused', 'undone', 'kept'] as const;
const TONES: Record<ActRow['outcome'], Tone> = { waiting: 'plain', done: 'good', refused: 'warn', undone: 'plain', kept: 'warn' };

/** What would become, or became, of each place, and why not. */
export function ActRows({ act }: { act: EnrollmentAct }) {
  const { acts: texts, columns } = useMessages('roster');
  const { learners } = useMessages('overview');
  const [outcome, setOutcome] = useState<ActRow['outcome'] | ''>('');
  const query = useInfiniteQuery(actRowsQuery(act.id, act.state, outcome || undefined));
  const words = outcomeWords(act, texts);
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Card title={texts.rows}>
      <Select
        label={texts.outcome}
        value={outcome}
        onChange={setOutcome}
        choices={[
          { value: '' as const, label: texts.all },
          ...OUTCOMES.filter((one) => one === outcome || act.counts[one] > 0).map((value) => ({ value, label: words[value] })),
        ]}
      />
      <Loaded query={query}>
        {() => (
          <Table
            caption={texts.rows}
            rows={rows}
            rowKey={({ enrollmentId }) => enrollmentId}
            columns={[
              {
                key: 'name',
                label: columns.name,
                cell: ({ enrollmentId, personName }) => (
                  <Link to="/enrollments/$enrollmentId" params={{ enrollmentId }}>
                    {personName || learners.unknown}
                  </Link>
                ),
              },
              { key: 'offering', label: columns.offering, cell: ({ offering }) => offering },
              {
                key: 'outcome',
                label: texts.outcome,
                cell: (row) => <Chip tone={TONES[row.outcome]}>{words[row.outcome]}</Chip>,
              },
              { key: 'reason', label: texts.why, cell: ({ reason }) => reason && texts.reasons[reason] },
            ]}
          />
        )}
      </Loaded>
      <MoreButton query={query} />
    </Card>
  );
}
