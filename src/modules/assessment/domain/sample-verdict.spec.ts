import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { chosenRatings } from './criterion-rating.js';
import { scoreRubric } from './rubric-scoring.js';
import { sampleVerdict } from './sample-verdict.js';

const anyRubric = fc
  .array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 })
  .map((criteria) => ({
    criteria: criteria.map((points, at) => ({
      id: `c${at}`,
      title: '',
      description: '',
      mustPassPoints: Math.max(...points),
      ratings: points.map((each, index) => ({ id: `c${at}-${index}`, title: '', description: '', points: each })),
    })),
    passPoints: criteria.reduce((sum, points) => sum + Math.max(...points), 0),
  }));

describe('a sample verdict', () => {
  it('that passed passes the strictest rubric that can be passed', () => {
    fc.assert(
      fc.property(anyRubric, (rubric) => {
        const { ratings, points, maxPoints } = sampleVerdict(rubric, 'passed');
        expect(scoreRubric(rubric, chosenRatings(ratings)).passes).toBe(true);
        expect(points).toBe(maxPoints);
      }),
    );
  });

  it('that returns the work leaves something to change wherever something can be', () => {
    fc.assert(
      fc.property(anyRubric, (rubric) => {
        const { ratings, points, maxPoints } = sampleVerdict(rubric, 'returned');
        const canDiffer = rubric.criteria.some((one) => new Set(one.ratings.map((rating) => rating.points)).size > 1);
        expect(scoreRubric(rubric, chosenRatings(ratings)).complete).toBe(true);
        expect(points < maxPoints).toBe(canDiffer);
      }),
    );
  });

  it('says nothing where there is no rubric yet', () => {
    expect(sampleVerdict({ criteria: [], passPoints: 0 }, 'passed')).toMatchObject({ ratings: [], points: 0, maxPoints: 0 });
  });
});
