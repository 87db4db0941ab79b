import { describe, expect, it } from '@jest/globals';
import { countOf, readLearnersSearch, readOverviewSearch } from './searches';

const ID = '01890000-0000-7000-8000-000000000001';

describe('The address of the overview', () => {
  it('keeps what it knows and leaves out the rest', () => {
    expect(readOverviewSearch({ offeringId: ID, microCredentialId: 'x', period: 'all', other: 1 })).toEqual({
      offeringId: ID,
      period: 'all',
    });
    expect(readOverviewSearch({ period: 'yesterday' })).toEqual({});
  });

  it('asks for a group of learners, those at risk if it names none that there is', () => {
    expect(readLearnersSearch({ group: 'issued' })).toEqual({ group: 'issued' });
    expect(readLearnersSearch({ group: 'nobody', offeringId: ID })).toEqual({ group: 'at-risk', offeringId: ID });
  });

  it('finds the count of each group', () => {
    const counts = { enrolled: 6, active: 5, atRisk: 4, submitted: 3, passed: 2, issued: 1 };
    expect([countOf(counts, 'at-risk'), countOf(counts, 'enrolled')]).toEqual([4, 6]);
  });
});
