import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, read, type View } from '../../api/client';
import { useMessages } from '../../i18n';
import { useFormat } from '../../i18n/format';
import { Button } from '../../ui/Button';
import { Loaded } from '../../ui/Loaded';
import { Chip, type Tone } from '../../ui/Notice';
import { Card } from '../../ui/Page';
import { Question } from '../../ui/Question';
import { type Column, Table } from '../../ui/Table';
import { tell } from '../../ui/toast';
import { toolKeysQuery } from './queries';

type ToolKey = View<'LtiToolKeyView'>;

const TONES: Record<ToolKey['state'], Tone> = { next: 'plain', signing: 'good', retiring: 'plain' };
const SHOWN = 8;

/** By which platforms know Cairn. Of the whole installation, so that not every administrator may replace them. */
export function ToolKeys() {
  const { keys } = useMessages('platforms');
  const queries = useQueryClient();
  const query = useQuery(toolKeysQuery);
  const [isAsked, setAsked] = useState(false);
  const rotate = useMutation({
    mutationFn: () => read(api.POST('/api/v1/lti/tool/keys')),
    onSuccess: async () => {
      setAsked(false);
      tell(keys.rotated);
      await queries.invalidateQueries({ queryKey: toolKeysQuery.queryKey });
    },
  });
  return (
    <Card title={keys.title} actions={query.data?.can.rotate && <Button onPress={() => setAsked(true)}>{keys.rotate}</Button>}>
      <p>{keys.lead}</p>
      <Loaded query={query}>{({ items }) => <Keys rows={items} />}</Loaded>
      <Question title={keys.rotateTitle} isOpen={isAsked} onClose={() => setAsked(false)} yes={keys.rotateYes} act={rotate}>
        {keys.rotateMeans}
      </Question>
    </Card>
  );
}

function Keys({ rows }: { rows: readonly ToolKey[] }) {
  const { keys } = useMessages('platforms');
  const format = useFormat();
  const columns: Column<ToolKey>[] = [
    { key: 'id', label: keys.id, cell: ({ id }) => <code title={id}>…{id.slice(-SHOWN)}</code> },
    { key: 'state', label: keys.state, cell: ({ state }) => <Chip tone={TONES[state]}>{keys.states[state]}</Chip> },
    { key: 'from', label: keys.from, cell: ({ signsFrom }) => format.dateTime(signsFrom) },
    { key: 'until', label: keys.until, cell: ({ retiresAt }) => (retiresAt ? format.dateTime(retiresAt) : keys.open) },
  ];
  return <Table caption={keys.caption} columns={columns} rows={rows} rowKey={({ id }) => id} />;
}
