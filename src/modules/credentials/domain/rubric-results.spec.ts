import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Rubric } from '../../catalog/domain/project.js';
import { awardedResults, resultDescriptions } from './rubric-results.js';

const ID = 'https://cairn.example/achievements/1';

const rating = (id: string, points: number) => ({ id, title: id, description: '', points });
const rubric: Rubric = {
  passPoints: 0.3,
  criteria: [
    {
      id: 'clear writing',
      title: 'Clear writing',
      description: '',
      mustPassPoints: 0.2,
      ratings: [rating('best', 0.3), rating('none', 0), rating('some', 0.2)],
    },
    { id: 'data', title: 'Data', description: '', mustPassPoints: null, ratings: [rating('none', 0), rating('best', 0.1)] },
  ],
};

describe('what a rubric can show in a badge', () => {
  it('is a level for each criterion from low to high whatever the author’s order, and the lowest that passes', () => {
    const [writing] = resultDescriptions(ID, rubric);
    expect(writing?.levels?.map(({ name, level, points }) => [name, level, points])).toEqual([
      ['none', '1', '0'],
      ['some', '2', '0.2'],
      ['best', '3', '0.3'],
    ]);
    expect(writing?.requiredLevel).toBe(`${ID}#criterion-clear%20writing/level-some`);
  });

  it('is the sum of all in words that are not ruined by binary fractions', () => {
    const score = resultDescriptions(ID, rubric).find(({ resultType }) => resultType === 'RawScore');
    expect(score).toMatchObject({ valueMin: '0', valueMax: '0.4', requiredValue: '0.3' });
  });

  it('names no level of a rating that the rubric does not know', () => {
    const results = awardedResults(ID, rubric, {
      points: 0.1 + 0.2,
      ratings: [
        { criterionId: 'data', ratingId: 'gone' },
        { criterionId: 'gone', ratingId: 'best' },
      ],
    });
    expect(results).toEqual([
      { resultDescription: `${ID}#score`, value: '0.3' },
      { resultDescription: `${ID}#status`, status: 'Completed' },
    ]);
  });

  it('is such that every result names a description and a level that are there, each id once', () => {
    const points = fc.integer({ min: 0, max: 40 }).map((quarters) => quarters / 4);
    const rubrics = fc.uniqueArray(
      fc.record({
        id: fc.string({ minLength: 1, maxLength: 5 }),
        ratings: fc.uniqueArray(fc.record({ id: fc.string({ minLength: 1, maxLength: 5 }), points }), {
          minLength: 1,
          maxLength: 4,
          selector: ({ id }) => id,
        }),
        mustPassPoints: fc.option(points),
      }),
      { minLength: 1, maxLength: 4, selector: ({ id }) => id },
    );
    fc.assert(
      fc.property(rubrics, fc.nat(), (parts, pick) => {
        const criteria = parts.map(({ id, ratings, mustPassPoints }) => ({
          id,
          title: id,
          description: '',
          mustPassPoints,
          ratings: ratings.map((one) => rating(one.id, one.points)),
        }));
        const all: Rubric = { passPoints: 1, criteria };
        const descriptions = resultDescriptions(ID, all);
        const levels = descriptions.flatMap((one) => one.levels ?? []).map(({ id }) => id);
        const ids = [...descriptions.map(({ id }) => id), ...levels];
        expect(new Set(ids).size).toBe(ids.length);
        for (const { requiredLevel } of descriptions) if (requiredLevel) expect(levels).toContain(requiredLevel);
        const ratings = criteria.map((one) => ({
          criterionId: one.id,
          ratingId: one.ratings[pick % one.ratings.length]?.id ?? '',
        }));
        for (const { resultDescription, achievedLevel } of awardedResults(ID, all, { points: 1, ratings })) {
          const description = descriptions.find(({ id }) => id === resultDescription);
          expect(description).toBeDefined();
          if (achievedLevel) expect(description?.levels?.map(({ id }) => id)).toContain(achievedLevel);
        }
      }),
    );
  });
});
