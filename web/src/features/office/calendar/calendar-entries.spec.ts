import { describe, expect, it } from '@jest/globals';
import { type DatedOffering, entriesOf, isFull } from './calendar-entries';

const offering = (id: string): DatedOffering => ({
  id,
  title: `Run ${id}`,
  microCredential: 'Data Storytelling',
  seats: 2,
  taken: 1,
  waiting: 0,
});

describe('The calendar of offerings', () => {
  it('says at each date of what it is', () => {
    const dates = [
      { offeringId: 'b', kind: 'begins' as const, day: '2026-03-02', at: '2026-03-02T08:00:00Z' },
      { offeringId: 'b', kind: 'ends' as const, day: '2026-03-09', at: '2026-03-09T08:00:00Z' },
    ];
    const entries = entriesOf({ offerings: [offering('a'), offering('b')], dates }, (kind, title) => `${kind}: ${title}`);
    expect(entries.map(({ id, title }) => [id, title])).toEqual([
      ['b begins', 'begins: Run b'],
      ['b ends', 'ends: Run b'],
    ]);
  });

  it('calls full what has no seat left, and never what has no limit', () => {
    expect([
      isFull({ seats: 2, taken: 1 }),
      isFull({ seats: 2, taken: 2 }),
      isFull({ seats: 2, taken: 3 }),
      isFull({ seats: null, taken: 99 }),
    ]).toEqual([false, true, true, false]);
  });
});
