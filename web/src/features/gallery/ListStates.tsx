import { useState } from 'react';
import { EmailAddress } from '../../ui/EmailAddress';
import { TextField } from '../../ui/fields';
import { Filters, WideFilter } from '../../ui/Filters';
import { MoreButton, type Pages } from '../../ui/MoreButton';
import { Card } from '../../ui/Page';
import { SecondLine } from '../../ui/SecondLine';
import { VirtualTable } from '../../ui/VirtualTable';

const PEOPLE = Array.from({ length: 2_000 }, (_, index) => ({ id: `${index + 1}`, name: `Person ${index + 1}` }));
const nothing = () => undefined;

/** What long lists are made of. */
export function ListStates() {
  const [words, setWords] = useState('');
  const [isNarrowed, setNarrowed] = useState(true);
  const pages = (more: Partial<Pages>): Pages => ({
    hasNextPage: false,
    isFetchingNextPage: false,
    isFetchNextPageError: false,
    fetchNextPage: nothing as never,
    ...more,
  });
  return (
    <Card title="Lists">
      <Filters
        label="Who is shown"
        active={isNarrowed ? [{ key: 'state', label: 'State: active', onRemove: () => setNarrowed(false) }] : []}
        always={<TextField type="search" label="Name" value={words} onChange={setWords} />}
        onSearch={nothing}
      >
        <TextField label="Offering" value="" onChange={nothing} />
        <WideFilter>One that needs the whole width.</WideFilter>
      </Filters>
      <VirtualTable
        caption="People"
        of={{}}
        rows={PEOPLE}
        rowKey={({ id }) => id}
        query={pages({})}
        columns={[
          {
            key: 'name',
            label: 'Name',
            width: [12, 2],
            cell: ({ id, name }) => (
              <>
                {name}
                <SecondLine>
                  <EmailAddress address={`somebody.with.a.long.name.${id}@riverside.example`} />
                </SecondLine>
              </>
            ),
          },
          { key: 'id', label: 'Number', width: [6, 1], isNumber: true, cell: ({ id }) => id },
        ]}
      />
      <MoreButton query={pages({ hasNextPage: true })} />
      <MoreButton query={pages({ hasNextPage: true, isFetchingNextPage: true })} />
    </Card>
  );
}
