import { describe, expect, it } from '@jest/globals';
import { readRosterSearch } from './searches';

const ID = '01890000-0000-7000-8000-000000000001';

describe('The address of the roster', () => {
  it('keeps what it knows and leaves out the rest', () => {
    const known = { q: 'ama', offeringId: ID, state: 'active', atRisk: true, from: '2026-03-01', sort: 'name' };
    expect(readRosterSearch({ ...known, microCredentialId: 'x', until: 'soon', other: 1 })).toEqual(known);
    expect(readRosterSearch({ q: '  ', state: 'gone', atRisk: 'yes', sort: 'newest' })).toEqual({});
  });

  it('looks for digits too', () => {
    expect(readRosterSearch({ q: 1234 })).toEqual({ q: '1234' });
  });
});
