import type { Badge } from '../queries';
import { arranged, hiddenBecause, moved } from './arrange';

const badge = (id: string, change: Partial<Badge> = {}) => ({ id, state: 'issued', visibility: 'public', ...change }) as Badge;

describe('arranged', () => {
  it('keeps the order of the page, and leaves out what one has no more', () => {
    const { chosen, rest } = arranged(['c', 'gone', 'a'], [badge('a'), badge('b'), badge('c')]);
    expect([chosen, rest].map((badges) => badges.map(({ id }) => id))).toEqual([['c', 'a'], ['b']]);
  });
});

describe('moved', () => {
  it('goes one place, and stops at the ends', () => {
    const ids = ['a', 'b', 'c'];
    expect(moved(ids, 'c', -1)).toEqual(['a', 'c', 'b']);
    expect(moved(ids, 'a', 1)).toEqual(['b', 'a', 'c']);
    expect([moved(ids, 'a', -1), moved(ids, 'c', 1), moved(ids, 'x', 1)]).toEqual([ids, ids, ids]);
  });
});

describe('hiddenBecause', () => {
  it('is nothing for a public badge that stands', () => {
    expect(hiddenBecause(badge('a'))).toBeNull();
    expect(hiddenBecause(badge('a', { visibility: 'link' }))).toBe('notShown');
    expect(hiddenBecause(badge('a', { state: 'revoked', visibility: 'private' }))).toBe('notStanding');
  });
});
