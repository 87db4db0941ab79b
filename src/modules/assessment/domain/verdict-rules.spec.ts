import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { RubricScoring } from './rubric-scoring.js';
import { correctionRefusals, gradedResult, verdictRefusals, type VerdictCase } from './verdict-rules.js';

const passing: RubricScoring = {
  complete: true,
  missing: [],
  unknown: [],
  points: 8,
  maxPoints: 10,
  passPoints: 6,
  failedMustPass: [],
  passes: true,
};
const failing: RubricScoring = { ...passing, points: 5, passes: false };
const refusals = (more: Partial<VerdictCase>) =>
  verdictRefusals({ scoring: passing, penaltyPercent: 0, feedback: 'Well argued.', attemptsLeft: null, ...more });

describe('a verdict', () => {
  it('is “passed” and nothing else for work that passes the rubric', () => {
    expect(refusals({ feedback: '' })).toEqual({
      passed: [],
      returned: [{ key: 'rubric_passes' }, { key: 'feedback_missing' }],
      failed: [{ key: 'rubric_passes' }, { key: 'feedback_missing' }],
    });
  });

  it('is “returned” or “failed”, with feedback, for work that does not', () => {
    expect(refusals({ scoring: failing })).toEqual({
      passed: [{ key: 'points_below_pass', points: 5, passPoints: 6 }],
      returned: [],
      failed: [],
    });
    const silent = refusals({ scoring: failing, feedback: ' \n' });
    expect([silent.returned, silent.failed]).toEqual([[{ key: 'feedback_missing' }], [{ key: 'feedback_missing' }]]);
  });

  it('does not exist before every criterion is rated', () => {
    const half = { ...failing, complete: false, missing: ['plot'] };
    const { passed, returned, failed } = refusals({ scoring: half });
    for (const list of [passed, returned, failed])
      expect(list).toContainEqual({ key: 'criteria_missing', criterionIds: ['plot'] });
    const foreign = refusals({ scoring: { ...failing, complete: false, unknown: ['essay'] } });
    expect(foreign.failed).toEqual([{ key: 'ratings_unknown', criterionIds: ['essay'] }]);
    expect(refusals({ scoring: { ...failing, complete: false } }).failed).toEqual([
      { key: 'criteria_missing', criterionIds: [] },
    ]);
  });

  it('names the criteria that must be reached', () => {
    const scoring = { ...passing, passes: false, failedMustPass: ['script'] };
    expect(refusals({ scoring }).passed).toEqual([{ key: 'criteria_below_must_pass', criterionIds: ['script'] }]);
  });

  it('is not “returned” when Dan has no attempt left to use it', () => {
    expect(refusals({ scoring: failing, attemptsLeft: 0 })).toMatchObject({
      returned: [{ key: 'no_attempts_left' }],
      failed: [],
    });
    expect(refusals({ scoring: failing, attemptsLeft: 1 }).returned).toEqual([]);
  });

  it('takes late points off before asking whether they are enough', () => {
    expect(refusals({ penaltyPercent: 25 }).passed).toEqual([]);
    expect(refusals({ penaltyPercent: 30 })).toMatchObject({
      passed: [{ key: 'points_below_pass', points: 5.6 }],
      returned: [],
      failed: [],
    });
  });
});

describe('the result with a late penalty', () => {
  it('shows both what the rubric gave and what counts', () => {
    expect(gradedResult({ ...passing, points: 7 }, 30)).toEqual({
      rubricPoints: 7,
      penaltyPoints: 2.1,
      points: 4.9,
      maxPoints: 10,
      passes: false,
    });
  });

  it('leaves points alone without one, however fine they are', () => {
    const fine = { ...passing, points: 6.123, passPoints: 6.123 };
    expect(gradedResult(fine, 0)).toMatchObject({ points: 6.123, penaltyPoints: 0, passes: true });
  });

  it('never gives more for a larger penalty, nor passes what the rubric does not', () => {
    const percent = fc.double({ min: 0, max: 100, noNaN: true });
    const scoring = fc.record({ points: fc.nat(100), passPoints: fc.nat(100) }).map(({ points, passPoints }): RubricScoring => ({
      ...passing,
      points,
      passPoints,
      maxPoints: 100,
      passes: points >= passPoints,
    }));
    fc.assert(
      fc.property(scoring, percent, percent, (one, some, more) => {
        const [small, large] = [gradedResult(one, Math.min(some, more)), gradedResult(one, Math.max(some, more))];
        expect(large.points).toBeLessThanOrEqual(small.points);
        expect(small.points).toBeLessThanOrEqual(one.points);
        expect(large.points).toBeGreaterThanOrEqual(0);
        if (large.passes) expect(small.passes).toBe(true);
        if (!one.passes) expect(small.passes).toBe(false);
      }),
    );
  });

  it('always leaves exactly one side of the pass line open for finished work with feedback', () => {
    const percent = fc.double({ min: 0, max: 100, noNaN: true });
    fc.assert(
      fc.property(fc.nat(10), fc.nat(10), fc.boolean(), percent, (points, passPoints, critical, penaltyPercent) => {
        const failedMustPass = critical ? ['script'] : [];
        const scoring = { ...passing, points, passPoints, failedMustPass, passes: points >= passPoints && !critical };
        const { passed, returned, failed } = refusals({ scoring, penaltyPercent });
        expect(passed.length === 0).toBe(failed.length > 0);
        expect(returned).toEqual(failed);
      }),
    );
  });
});

describe('correcting a verdict', () => {
  const correction = {
    reason: 'Points of one criterion added up wrongly.',
    changesSomething: true,
    markerId: 'mia',
    correctorId: 'mia',
    answersAppeal: false,
  };

  it('needs a reason and a change', () => {
    expect(correctionRefusals(correction)).toEqual([]);
    expect(correctionRefusals({ ...correction, reason: ' ', changesSomething: false })).toEqual([
      { key: 'reason_missing' },
      { key: 'nothing_changed' },
    ]);
  });

  it('is somebody else’s when it answers an appeal', () => {
    expect(correctionRefusals({ ...correction, answersAppeal: true })).toEqual([{ key: 'own_verdict_appealed' }]);
    expect(correctionRefusals({ ...correction, answersAppeal: true, correctorId: 'noor' })).toEqual([]);
  });
});
