import { Facts } from '../../ui/Facts';
import { Card } from '../../ui/Page';
import { Prose } from '../../ui/Prose';
import { Table } from '../../ui/Table';

const ROWS = [
  { name: 'Amara', done: 12 },
  { name: 'Jonas with a name that goes on and on until it no longer fits', done: 3 },
];
const HTML =
  '<h2>What changed</h2><p>Visits fell. <a href="./x">See there</a>, and <code>select 1</code>.</p><pre><code>select month from library</code></pre><blockquote>Somebody counted.</blockquote><ul><li>Ask</li><li>Count</li></ul>';

/** What shows things. */
export function ThingStates() {
  return (
    <Card title="Things">
      <Facts
        facts={[
          ['Begins', '1 September'],
          ['Seats', '12'],
        ]}
      />
      {[ROWS, []].map((rows) => (
        <Table
          key={rows.length}
          caption={`A table of ${rows.length}`}
          rows={rows}
          rowKey={({ name }) => name}
          columns={[
            { key: 'name', label: 'Name', cell: ({ name }) => name },
            { key: 'done', label: 'Done', isNumber: true, cell: ({ done }) => done },
          ]}
        />
      ))}
      <Prose html={HTML} />
    </Card>
  );
}
