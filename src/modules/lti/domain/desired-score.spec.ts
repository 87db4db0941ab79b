import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { desiredScore, type ScoredRecord, type ScoredVerdict } from './desired-score.js';
import type { Target } from './target.js';

const microCredentialId = 'a';
const NOTHING: ScoredRecord = {
  satisfied: false,
  completedCourses: new Set(),
  completedActivities: new Set(),
  quizzes: new Map(),
  verdict: null,
  handedInAt: null,
};
const WORK: ScoredVerdict = { verdict: 'passed', points: 6, maxPoints: 8, feedback: 'Clear and honest.' };
const PROJECT: Target = { kind: 'project', microCredentialId };
const WHOLE: Target = { kind: 'micro-credential', microCredentialId };
const QUIZ: Target = { kind: 'activity', microCredentialId, nodeId: 'quiz' };
const submittedAt = new Date('2026-03-01T09:00:00Z');

describe('desiredScore', () => {
  it.each<Target>([PROJECT, WHOLE, QUIZ, { kind: 'course', microCredentialId, nodeId: 'course' }])(
    'tells nothing of who has done nothing ($kind)',
    (target) => {
      expect(desiredScore(target, NOTHING, 'nothing')).toBeNull();
      expect(desiredScore(target, NOTHING, 'decided')).toBeNull();
    },
  );

  it('tells of the whole when all is completed and the project passed', () => {
    expect(desiredScore(WHOLE, { ...NOTHING, satisfied: true }, 'nothing')).toBeNull();
    expect(desiredScore(WHOLE, { ...NOTHING, verdict: WORK }, 'nothing')).toBeNull();
    expect(desiredScore(WHOLE, { ...NOTHING, satisfied: true, verdict: WORK }, 'nothing')).toMatchObject({
      given: 100,
      maximum: 100,
      activity: 'Completed',
    });
  });

  it('takes the whole back with the pass, and only where it was told', () => {
    const record: ScoredRecord = { ...NOTHING, satisfied: true, verdict: { ...WORK, verdict: 'returned' } };
    expect(desiredScore(WHOLE, record, 'decided')).toMatchObject({ given: 0, maximum: 100, activity: 'InProgress' });
    expect(desiredScore(WHOLE, record, 'nothing')).toBeNull();
  });

  it('tells the points of a quiz before it is passed, and completion of what has none', () => {
    const quizzes = new Map([['quiz', { points: 3, maxPoints: 8, submittedAt }]]);
    expect(desiredScore(QUIZ, { ...NOTHING, quizzes }, 'nothing')).toEqual({
      given: 3,
      maximum: 8,
      activity: 'Submitted',
      comment: null,
      submittedAt: '2026-03-01T09:00:00.000Z',
    });
    expect(desiredScore(QUIZ, { ...NOTHING, completedActivities: new Set(['quiz']) }, 'nothing')).toMatchObject({ given: 100 });
  });

  it.each(['passed', 'returned', 'failed'] as const)('tells the points and words of work that was %s', (verdict) => {
    expect(desiredScore(PROJECT, { ...NOTHING, verdict: { ...WORK, verdict } }, 'nothing')).toMatchObject({
      given: 6,
      maximum: 8,
      activity: verdict === 'passed' ? 'Completed' : 'Submitted',
      comment: 'Clear and honest.',
    });
  });

  it('tells of a project that it was handed in, until it is decided or taken back', () => {
    const handedIn: ScoredRecord = { ...NOTHING, handedInAt: submittedAt };
    const pending = { given: null, maximum: null, activity: 'Submitted', comment: null, submittedAt: '2026-03-01T09:00:00.000Z' };
    expect(desiredScore(PROJECT, handedIn, 'nothing')).toEqual(pending);
    expect(desiredScore(PROJECT, handedIn, 'pending')).toEqual(pending);
    expect(desiredScore(PROJECT, { ...handedIn, verdict: WORK }, 'pending')).toMatchObject({ given: 6, maximum: 8 });
    expect(desiredScore(PROJECT, NOTHING, 'pending')).toEqual({ ...pending, activity: 'InProgress', submittedAt: null });
    expect(desiredScore(WHOLE, handedIn, 'nothing')).toBeNull();
  });

  it('never tells less than a grade where a grade was told', () => {
    const moments = fc.option(fc.date({ noInvalidDate: true }));
    const verdicts = fc.option(fc.constantFrom<ScoredVerdict>(WORK, { ...WORK, verdict: 'returned' }, { ...WORK, maxPoints: 0 }));
    fc.assert(
      fc.property(moments, verdicts, fc.constantFrom(PROJECT, WHOLE, QUIZ), (handedInAt, verdict, target) => {
        expect(desiredScore(target, { ...NOTHING, handedInAt, verdict }, 'decided')?.given).not.toBeNull();
      }),
    );
  });

  it('tells a pass from the rest where a rubric gives no points', () => {
    const of = (verdict: ScoredVerdict['verdict']) =>
      desiredScore(PROJECT, { ...NOTHING, verdict: { ...WORK, verdict, points: 0, maxPoints: 0 } }, 'nothing');
    expect([of('passed'), of('failed')]).toMatchObject([
      { given: 1, maximum: 1 },
      { given: 0, maximum: 1 },
    ]);
  });

  it('never tells what a platform refuses: more than there is, less than nothing, or of nothing', () => {
    const points = fc.double({ min: -5, max: 50, noNaN: true });
    fc.assert(
      fc.property(points, points, fc.string({ maxLength: 3_000 }), fc.boolean(), (earned, maxPoints, feedback, passed) => {
        const verdict = { verdict: passed ? 'passed' : 'returned', points: earned, maxPoints, feedback } as const;
        const quizzes = new Map([['quiz', { points: earned, maxPoints, submittedAt }]]);
        const record: ScoredRecord = { ...NOTHING, satisfied: true, verdict, quizzes };
        for (const target of [PROJECT, WHOLE, QUIZ]) {
          const score = desiredScore(target, record, 'decided');
          if (!score || score.given === null) continue;
          expect(score.maximum).toBeGreaterThan(0);
          expect(score.given).toBeGreaterThanOrEqual(0);
          expect(score.given).toBeLessThanOrEqual(score.maximum);
          expect(score.comment?.length ?? 1).toBeGreaterThan(0);
          expect(score.comment?.length ?? 0).toBeLessThanOrEqual(1_000);
        }
      }),
    );
  });
});
