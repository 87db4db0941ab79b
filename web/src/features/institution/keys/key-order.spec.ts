import { describe, expect, it } from '@jest/globals';
import { byState } from './key-order';

describe('Signing keys', () => {
  it('are shown with those in use first, and the newest of each state first', () => {
    const key = (id: string, state: 'active' | 'retired' | 'compromised', day: string) => ({
      id,
      state,
      createdAt: `2026-01-${day}`,
    });
    const keys = [
      key('old', 'retired', '01'),
      key('older use', 'active', '02'),
      key('lost', 'compromised', '03'),
      key('newer use', 'active', '04'),
      key('less old', 'retired', '05'),
    ];
    expect(byState(keys).map(({ id }) => id)).toEqual(['newer use', 'older use', 'lost', 'less old', 'old']);
  });
});
