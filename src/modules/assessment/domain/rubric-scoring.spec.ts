import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { Criterion, Rubric } from '../../catalog/domain/project.js';
import { scoreRubric } from './rubric-scoring.js';

/** A criterion whose ratings give these points; a rating is named by its place. */
function criterion(id: string, points: number[], mustPassPoints: number | null = null): Criterion {
  const ratings = points.map((each, index) => ({ id: `${id}-${index}`, title: '', description: '', points: each }));
  return { id, title: id, description: '', mustPassPoints, ratings };
}

const rubric: Rubric = { criteria: [criterion('script', [0, 2, 4], 2), criterion('plot', [4, 1, 0])], passPoints: 5 };

describe('scoring a rubric', () => {
  it('passes work that has the points and every must-pass criterion', () => {
    expect(scoreRubric(rubric, { script: 'script-1', plot: 'plot-0' })).toEqual({
      complete: true,
      missing: [],
      unknown: [],
      points: 6,
      maxPoints: 8,
      passPoints: 5,
      failedMustPass: [],
      passes: true,
    });
  });

  it('does not pass work that fails a must-pass criterion, whatever the total', () => {
    const generous = { ...rubric, passPoints: 4 };
    expect(scoreRubric(generous, { script: 'script-0', plot: 'plot-0' })).toMatchObject({
      points: 4,
      passes: false,
      failedMustPass: ['script'],
    });
  });

  it('tells which criteria are missing and passes nothing before', () => {
    expect(scoreRubric({ ...rubric, passPoints: 0 }, { plot: 'plot-0' })).toMatchObject({
      complete: false,
      missing: ['script'],
      points: 4,
      failedMustPass: [],
      passes: false,
    });
  });

  it('refuses ratings of other criteria and criteria of other rubrics', () => {
    const scoring = scoreRubric(rubric, { script: 'plot-0', plot: 'plot-0', essay: 'essay-1' });
    expect(scoring).toMatchObject({ complete: false, missing: ['script'], unknown: ['script', 'essay'], points: 4 });
  });

  it('never passes anything by a rubric without criteria', () => {
    expect(scoreRubric({ criteria: [], passPoints: 0 }, {})).toMatchObject({ complete: false, passes: false, maxPoints: 0 });
  });

  it('does not take names that every object has for criteria', () => {
    const odd = { criteria: [criterion('constructor', [0, 1])], passPoints: 0 };
    expect(scoreRubric(odd, {})).toMatchObject({ missing: ['constructor'], complete: false });
  });

  it('forgives the rounding of decimal points', () => {
    const tenths = { criteria: [criterion('a', [0, 0.7]), criterion('b', [0, 0.1], 0.1)], passPoints: 0.8 };
    expect(scoreRubric(tenths, { a: 'a-1', b: 'b-1' }).passes).toBe(true);
  });

  const points = fc.nat(10);
  const anyRubric: fc.Arbitrary<Rubric> = fc.record({
    criteria: fc
      .array(fc.tuple(fc.array(points, { minLength: 2, maxLength: 4 }), fc.option(points)), { minLength: 1, maxLength: 5 })
      .map((list) => list.map(([each, mustPass], index) => criterion(`c${index}`, each, mustPass))),
    passPoints: fc.nat(40),
  });
  const rated = anyRubric.chain((one) =>
    fc.tuple(
      fc.constant(one),
      fc
        .tuple(...one.criteria.map(({ id, ratings }) => fc.tuple(fc.constant(id), fc.constantFrom(...ratings))))
        .chain((all) => fc.shuffledSubarray(all)),
    ),
  );

  it('passes exactly when every criterion is rated, none is below its own mark, and the sum reaches the pass points', () => {
    fc.assert(
      fc.property(rated, ([one, chosen]) => {
        const scoring = scoreRubric(one, Object.fromEntries(chosen.map(([id, rating]) => [id, rating.id])));
        const sum = chosen.reduce((total, [, rating]) => total + rating.points, 0);
        const belowOwn = one.criteria.some(({ id, mustPassPoints }) => {
          const rating = chosen.find(([criterionId]) => criterionId === id)?.[1];
          return rating !== undefined && mustPassPoints !== null && rating.points < mustPassPoints;
        });
        expect(scoring.points).toBe(sum);
        expect(scoring.points).toBeLessThanOrEqual(scoring.maxPoints);
        expect(scoring.missing).toHaveLength(one.criteria.length - chosen.length);
        expect(scoring.passes).toBe(chosen.length === one.criteria.length && !belowOwn && sum >= one.passPoints);
      }),
      { numRuns: 500 },
    );
  });
});
