import { describe, expect, it } from '@jest/globals';
import { readCompletionsSearch, readCredentialsSearch, readRequestsSearch, readRowsSearch } from './searches';

const ID = '01a22185-8691-7f75-95fd-e4b56ec2e2e6';

describe('The address of a screen', () => {
  it('keeps what is asked for', () => {
    expect(readCompletionsSearch({ offeringId: ID, from: '2026-03-01', until: '2026-03-31' })).toEqual({
      offeringId: ID,
      from: '2026-03-01',
      until: '2026-03-31',
    });
    expect(readCredentialsSearch({ q: 'Amara', state: 'revoked', offeringId: ID })).toEqual({
      q: 'Amara',
      state: 'revoked',
      offeringId: ID,
    });
    expect(readRequestsSearch({ state: 'declined' })).toEqual({ state: 'declined' });
    expect(readRowsSearch({ state: 'bad' })).toEqual({ state: 'bad' });
  });

  it('leaves out what nothing is meant by', () => {
    expect(readCompletionsSearch({ offeringId: 'all', from: 'yesterday', until: 7 })).toEqual({});
    expect(readCredentialsSearch({ q: ' ', state: 'lost' })).toEqual({});
    expect(readRequestsSearch({ state: 'open' })).toEqual({});
    expect(readRowsSearch({ state: 'lost' })).toEqual({});
  });

  it('takes a number for words', () => {
    expect(readCredentialsSearch({ q: 42 })).toEqual({ q: '42' });
  });
});
