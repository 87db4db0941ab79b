import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Criterion, Rubric } from '../../catalog/domain/project.js';
import type { CriterionRating } from './criterion-rating.js';
import { judgeByRule, type Yardstick } from './judge-by-rule.js';

const rating = (id: string, points: number) => ({ id, title: id, description: `It is ${id}.`, points });
const criterion = (id: string, mustPassPoints: number | null = null): Criterion => ({
  id,
  title: `The ${id}`,
  description: '',
  mustPassPoints,
  ratings: [rating('not', 0), rating('partly', 2), rating('fully', 4)],
});
const yardstick = (passPoints: number, criteria: Criterion[], brief = 'Write one page.'): Yardstick => ({
  project: { brief },
  rubric: { passPoints, criteria },
});
const found = (ratings: Record<string, string>): CriterionRating[] =>
  Object.entries(ratings).map(([criterionId, ratingId]) => ({ criterionId, ratingId, comment: '' }));

const OLD = yardstick(6, [criterion('claim', 2), criterion('evidence')]);

describe('What an assessor found, held against another rubric', () => {
  it('passes where fewer points are enough, and says so', () => {
    const judged = judgeByRule(OLD, yardstick(4, OLD.rubric.criteria), found({ claim: 'partly', evidence: 'partly' }), 0);
    expect(judged).toMatchObject({ obstacles: [], points: 4, maxPoints: 8 });
    expect(judged.grounds).toEqual([{ key: 'pass_points', points: 4, needed: { before: 6, now: 4 } }]);
  });

  it('passes where a criterion need not be reached any more', () => {
    const work = found({ claim: 'not', evidence: 'fully' });
    const judged = judgeByRule(OLD, yardstick(4, [criterion('claim'), criterion('evidence')]), work, 0);
    expect(judged.obstacles).toEqual([]);
    expect(judged.grounds.map(({ key }) => key)).toEqual(['pass_points', 'must_pass']);
  });

  it('counts a rating for what it is worth now', () => {
    const dearer = { ...criterion('evidence'), ratings: [rating('not', 0), rating('partly', 4), rating('fully', 8)] };
    const judged = judgeByRule(
      OLD,
      yardstick(6, [criterion('claim', 2), dearer]),
      found({ claim: 'partly', evidence: 'partly' }),
      0,
    );
    expect(judged).toMatchObject({
      obstacles: [],
      points: 6,
      grounds: [{ key: 'rating_points', points: { before: 4, now: 6 } }],
    });
  });

  it('leaves out a criterion that is gone, and what was found for it', () => {
    const work = found({ claim: 'not', evidence: 'fully' });
    const judged = judgeByRule(OLD, yardstick(4, [criterion('evidence')]), work, 0);
    expect(judged).toMatchObject({ obstacles: [], points: 4, ratings: [{ criterionId: 'evidence' }] });
    expect(judged.grounds.map(({ key }) => key)).toEqual(['pass_points', 'criterion_dropped']);
  });

  it('keeps what lateness took away', () => {
    const work = found({ claim: 'fully', evidence: 'partly' });
    expect(judgeByRule(OLD, yardstick(6, OLD.rubric.criteria), work, 50).obstacles).toEqual([
      { key: 'points_below_pass', points: 3, needed: 6 },
    ]);
    expect(judgeByRule(OLD, yardstick(3, OLD.rubric.criteria), work, 50)).toMatchObject({ obstacles: [], points: 3 });
  });

  it('waits for a person where there is another task, a criterion that nobody rated, or other words', () => {
    const work = found({ claim: 'fully', evidence: 'fully' });
    const reworded = { ...criterion('evidence'), description: 'From two sources.' };
    const rerated = {
      ...criterion('claim'),
      ratings: [rating('not', 0), { ...rating('fully', 4), description: 'Beyond doubt.' }],
    };
    const keys = (to: Yardstick) => judgeByRule(OLD, to, work, 0).obstacles.map(({ key }) => key);
    expect(keys(yardstick(1, OLD.rubric.criteria, 'Write two pages.'))).toEqual(['project_changed']);
    expect(keys(yardstick(1, [...OLD.rubric.criteria, criterion('style')]))).toEqual(['criterion_unrated']);
    expect(keys(yardstick(1, [criterion('claim'), reworded]))).toEqual(['criterion_reworded']);
    expect(keys(yardstick(1, [rerated, criterion('evidence')]))).toEqual(['criterion_reworded']);
  });

  it('names the criterion that must be reached and is not', () => {
    const judged = judgeByRule(OLD, yardstick(2, OLD.rubric.criteria), found({ claim: 'not', evidence: 'fully' }), 0);
    expect(judged.obstacles).toEqual([{ key: 'below_must_pass', titles: ['The claim'] }]);
  });
});

describe('A rubric that asks for less', () => {
  const level = fc.constantFrom('not', 'partly', 'fully');
  const must = fc.option(fc.constantFrom(2, 4), { nil: null });
  const cases = fc.record({
    passPoints: fc.integer({ min: 0, max: 8 }),
    musts: fc.tuple(must, must),
    levels: fc.tuple(level, level),
    penalty: fc.integer({ min: 0, max: 100 }),
    less: fc.integer({ min: 0, max: 8 }),
    dropped: fc.tuple(fc.boolean(), fc.boolean()),
    dearer: fc.integer({ min: 0, max: 3 }),
  });
  const rubrics = ({
    passPoints,
    musts,
    less,
    dropped,
    dearer,
  }: typeof cases extends fc.Arbitrary<infer Case> ? Case : never) => {
    const strict: Rubric = { passPoints, criteria: [criterion('claim', musts[0]), criterion('evidence', musts[1])] };
    const loose: Rubric = {
      passPoints: Math.max(0, passPoints - less),
      criteria: strict.criteria.map((one, index) => ({
        ...one,
        mustPassPoints: dropped[index] ? null : one.mustPassPoints,
        ratings: one.ratings.map((each) => ({ ...each, points: each.points + dearer })),
      })),
    };
    return { strict, loose };
  };

  it('lets pass whatever passed before', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const { strict, loose } = rubrics(one);
        const work = found({ claim: one.levels[0], evidence: one.levels[1] });
        const judge = (rubric: Rubric) => judgeByRule(OLD, { ...OLD, rubric }, work, one.penalty).obstacles.length === 0;
        return !judge(strict) || judge(loose);
      }),
    );
  });

  it('says which rule holds now, whenever work passes that did not', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const { strict, loose } = rubrics(one);
        const work = found({ claim: one.levels[0], evidence: one.levels[1] });
        const passed =
          judgeByRule({ ...OLD, rubric: strict }, { ...OLD, rubric: strict }, work, one.penalty).obstacles.length === 0;
        const { obstacles, grounds } = judgeByRule({ ...OLD, rubric: strict }, { ...OLD, rubric: loose }, work, one.penalty);
        return passed || obstacles.length > 0 || grounds.length > 0;
      }),
    );
  });

  it('does not mind the order in which criteria were rated', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const { strict, loose } = rubrics(one);
        const work = found({ claim: one.levels[0], evidence: one.levels[1] });
        const judge = (ratings: CriterionRating[]) =>
          judgeByRule({ ...OLD, rubric: strict }, { ...OLD, rubric: loose }, ratings, one.penalty);
        const { ratings: _one, ...forwards } = judge(work);
        const { ratings: _other, ...backwards } = judge(work.toReversed());
        expect(backwards).toEqual(forwards);
      }),
    );
  });
});
