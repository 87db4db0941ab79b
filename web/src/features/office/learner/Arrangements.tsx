import { useQuery } from '@tanstack/react-query';
import { useMessages, type Messages } from '../../../i18n';
import { useFormat } from '../../../i18n/format';
import type { Format } from '../../../i18n/format-for';
import { Loaded } from '../../../ui/Loaded';
import { Card } from '../../../ui/Page';
import { Table } from '../../../ui/Table';
import { type Arrangement, arrangementsQuery, type Journey } from './queries';

export function Arrangements({ journey }: { journey: Journey }) {
  const { arranged: texts } = useMessages('enrollment');
  const format = useFormat();
  const query = useQuery(arrangementsQuery(journey.enrollmentId));
  const titles = new Map(journey.courses.flatMap(({ activities }) => activities.map(({ id, title }) => [id, title] as const)));
  return (
    <Card title={texts.title}>
      <p>{texts.lead}</p>
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <p>{texts.empty}</p>
          ) : (
            <Table
              caption={texts.title}
              rows={items}
              rowKey={({ kind, at }) => `${kind} ${at}`}
              columns={[
                { key: 'at', label: texts.columns.at, cell: ({ at }) => format.dateTime(at) },
                { key: 'what', label: texts.columns.what, cell: (item) => wordsOf(item, titles, texts, format) },
                { key: 'reason', label: texts.columns.reason, cell: ({ reason }) => reason },
                { key: 'by', label: texts.columns.by, cell: ({ byName }) => byName || texts.gone },
              ]}
            />
          )
        }
      </Loaded>
    </Card>
  );
}

function wordsOf(
  { kind, dueAt, activityIds, fromEdition, toEdition }: Arrangement,
  titles: ReadonlyMap<string, string>,
  texts: Messages['enrollment']['arranged'],
  format: Format,
): string {
  if (kind === 'extension') return texts.extension(dueAt ? format.dateTime(dueAt) : '');
  // An activity of an edition that the learner left meanwhile has no title here.
  if (kind === 'waiver') return texts.waiver(activityIds.map((id) => titles.get(id) ?? '…').join(', '));
  return texts.move(String(fromEdition), String(toEdition));
}
