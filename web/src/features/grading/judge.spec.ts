import { describe, expect, it } from '@jest/globals';
import { judge, type JudgedCase } from './judge';

const rating = (id: string, points: number) => ({ id, title: id, description: '', points });
const criterion = (id: string, mustPassPoints: number | null) => ({
  id,
  title: id,
  description: '',
  mustPassPoints,
  ratings: [rating('not', 0), rating('partly', 2), rating('fully', 4)],
});
const rubric = { passPoints: 6, criteria: [criterion('claim', 2), criterion('evidence', null)] };
const given = (ratings: Record<string, string>, changes: Partial<JudgedCase> = {}) =>
  judge({ rubric, ratings, penaltyPercent: 0, feedback: 'Start at zero.', attemptsLeft: 2, ...changes });

describe('The verdict that the rubric gives', () => {
  it('waits until every criterion is rated', () => {
    expect(given({ claim: 'fully' })).toMatchObject({ points: 4, maxPoints: 8, missing: 1, passes: false, allowed: [] });
    expect(given({ claim: 'fully', evidence: '' })).toMatchObject({ missing: 1, allowed: [] });
  });

  it('is a pass with enough points, and then nothing else', () => {
    expect(given({ claim: 'partly', evidence: 'fully' }, { feedback: '' })).toMatchObject({ passes: true, allowed: ['passed'] });
  });

  it('is no pass below the points, or below what a criterion must reach', () => {
    expect(given({ claim: 'partly', evidence: 'partly' })).toMatchObject({ passes: false, belowMustPass: [] });
    expect(given({ claim: 'not', evidence: 'fully' })).toMatchObject({ passes: false, belowMustPass: ['claim'] });
  });

  it('that does not pass needs feedback, and an attempt left to be returned for', () => {
    const low = { claim: 'partly', evidence: 'not' };
    expect(given(low)).toMatchObject({ needsFeedback: false, allowed: ['returned', 'failed'] });
    expect(given(low, { feedback: ' ' })).toMatchObject({ needsFeedback: true, allowed: [] });
    expect(given(low, { attemptsLeft: 0 }).allowed).toEqual(['failed']);
    expect(given(low, { attemptsLeft: null }).allowed).toEqual(['returned', 'failed']);
  });

  it('takes lateness off the total, not off a criterion', () => {
    expect(given({ claim: 'partly', evidence: 'fully' }, { penaltyPercent: 30 })).toMatchObject({
      points: 4.2,
      penaltyPoints: 1.8,
      belowMustPass: [],
      passes: false,
    });
  });
});
