import { describe, expect, it } from '@jest/globals';
import { destinations } from './destinations';

const NOW = new Date('2026-11-02T12:00:00Z');
const offering = (id: string, changes: object = {}) => ({
  id,
  editionId: 'first',
  title: id,
  cancelledAt: null,
  startsAt: '2026-10-01T08:00:00Z',
  endsAt: null as string | null,
  enrollFrom: '2026-09-01T08:00:00Z',
  enrollUntil: null,
  ...changes,
});

describe('Where places can go', () => {
  const offerings = [
    offering('autumn'),
    offering('spring'),
    offering('over', { endsAt: '2026-11-01T08:00:00Z' }),
    offering('off', { cancelledAt: '2026-10-01T08:00:00Z' }),
    offering('next', { editionId: 'second' }),
  ];
  const ids = (from: string | undefined) => destinations(offerings, from, NOW).map(({ id }) => id);

  it('is what goes on', () => {
    expect(ids(undefined)).toEqual(['autumn', 'spring', 'next']);
  });

  it('is what is of the same edition, where all of them come from one offering', () => {
    expect(ids('autumn')).toEqual(['spring']);
    expect(ids('somewhere-else')).toEqual(['autumn', 'spring', 'next']);
  });
});
