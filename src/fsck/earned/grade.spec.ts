import { describe, expect, it } from '@jest/globals';
import { type FrozenRubric, gradeProblem } from './grade.js';

const ratings = [
  { id: 'not', points: 0 },
  { id: 'partly', points: 2 },
  { id: 'fully', points: 4 },
];
const rubric: FrozenRubric = {
  passPoints: 6,
  criteria: [
    { id: 'claim', mustPassPoints: 2, ratings },
    { id: 'evidence', mustPassPoints: null, ratings },
  ],
};

const rated = (claim: string, evidence: string) => [
  { criterionId: 'claim', ratingId: claim },
  { criterionId: 'evidence', ratingId: evidence },
];

describe('A recorded grade', () => {
  it('is a pass when its ratings give the points, and those are enough', () => {
    expect(gradeProblem(rubric, { points: 6, ratings: rated('partly', 'fully'), penaltyPercent: 0 })).toBeNull();
  });

  it('is lowered by lateness', () => {
    expect(gradeProblem(rubric, { points: 7.2, ratings: rated('fully', 'fully'), penaltyPercent: 10 })).toBeNull();
    expect(gradeProblem(rubric, { points: 5.6, ratings: rated('fully', 'fully'), penaltyPercent: 30 })).toMatch('needs 6');
  });

  it.each([
    ['too few points', 4, rated('partly', 'partly'), '4 points and needs 6'],
    ['other points than its ratings', 8, rated('partly', 'fully'), '8 points are recorded, and its ratings give 6'],
    ['a criterion that must be reached and is not', 4, rated('not', 'fully'), 'claim has 0 points and needs 2'],
    ['a criterion without a rating', 8, rated('fully', 'unknown'), 'evidence has no rating'],
  ])('with %s is none', (_what, points, chosen, problem) => {
    expect(gradeProblem(rubric, { points, ratings: chosen, penaltyPercent: 0 })).toMatch(problem);
  });
});
