import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Activity } from '../../catalog/domain/activity.js';
import type { EditionCourse } from '../../catalog/domain/edition.js';
import type { Quiz } from '../../catalog/domain/quiz.js';
import type { Requirement } from '../../catalog/domain/sequence.js';
import { editionAt } from './edition-at.js';
import { type KnownFacts, NOTHING_KNOWN } from './progress-facts.js';
import { type ScoredQuiz, standingUnder } from './standing-under.js';

const NOON = new Date('2026-03-01T12:00:00Z');
const quizOf = (passMark: number, prompt = 'Why?', explanation = ''): Quiz => ({
  introduction: '',
  passMark,
  attemptLimit: null,
  timeLimitSeconds: null,
  shuffleQuestions: false,
  reveal: 'after-attempt',
  pools: [
    {
      id: 'pool',
      draw: null,
      questions: [
        { id: 'q', type: 'true-false', prompt, points: 1, explanation, answer: true, feedbackTrue: '', feedbackFalse: '' },
      ],
    },
  ],
});
const activity = (id: string, body: Activity['body'], required = true): Activity => ({
  id,
  title: id,
  minutes: 10,
  required,
  body,
});
const page = (id: string) => activity(id, { kind: 'page', markdown: '', assets: {}, objectives: [] });
const course = (id: string, activities: Activity[]): EditionCourse => ({
  id,
  title: `Course ${id}`,
  summary: '',
  language: 'en',
  attribution: null,
  activities,
});
const done = (...ids: string[]): KnownFacts => ({
  activities: new Map(ids.map((id) => [id, { ...NOTHING_KNOWN, share: 1, completedAt: NOON }])),
  courses: new Map(),
});
const scored = (share: number, quiz: Quiz, attemptId = 'attempt'): ScoredQuiz => ({
  attemptId,
  activityId: 'quiz',
  share,
  submittedAt: NOON,
  quiz,
});
const withQuiz = (quiz: Quiz) => ({
  courses: [course('a', [page('page'), activity('quiz', { kind: 'quiz', quiz })])],
  sequence: { type: 'course', courseId: 'a' } as Requirement,
});

describe('What is recorded, by the rules of another edition', () => {
  it('counts a quiz whose mark is lower now', () => {
    const standing = standingUnder(withQuiz(quizOf(0.5)), done('page'), [scored(0.6, quizOf(0.8))]);
    expect(standing).toMatchObject({ satisfied: true, unfinished: [] });
    expect(standing.recognised).toMatchObject([{ attemptId: 'attempt', share: 0.6, passMark: { before: 0.8, now: 0.5 } }]);
  });

  it('does not count one that asks other questions now, or still wants more', () => {
    const { satisfied, unfinished } = standingUnder(withQuiz(quizOf(0.5, 'How?')), done('page'), [scored(0.6, quizOf(0.8))]);
    expect({ satisfied, unfinished }).toEqual({ satisfied: false, unfinished: ['Course a'] });
    expect(standingUnder(withQuiz(quizOf(0.7)), done('page'), [scored(0.6, quizOf(0.8))]).recognised).toEqual([]);
  });

  it('does not mind what is told after the answers', () => {
    expect(standingUnder(withQuiz(quizOf(0.5, 'Why?', 'Because.')), done('page'), [scored(0.6, quizOf(0.8))]).satisfied).toBe(
      true,
    );
  });

  it('needs no quiz that is complete already', () => {
    expect(standingUnder(withQuiz(quizOf(0.5)), done('page', 'quiz'), [scored(0.6, quizOf(0.8))]).recognised).toEqual([]);
  });

  it('counts a course that the sequence does not ask for any more as no obstacle', () => {
    const courses = [course('a', [page('one')]), course('b', [page('two')])];
    const all: Requirement = { type: 'all-of', items: courses.map(({ id }) => ({ type: 'course', courseId: id })) };
    const any: Requirement = { ...all, type: 'at-least', count: 1 };
    expect(standingUnder({ courses, sequence: all }, done('one'), [])).toMatchObject({
      satisfied: false,
      unfinished: ['Course b'],
    });
    expect(standingUnder({ courses, sequence: any }, done('one'), [])).toMatchObject({ satisfied: true, unfinished: [] });
  });
});

describe('An edition that asks for less', () => {
  const ids = ['a', 'b', 'c'];
  const cases = fc.record({
    done: fc.uniqueArray(fc.constantFrom(...ids)),
    shares: fc.array(fc.integer({ min: 0, max: 10 }), { maxLength: 4 }),
    mark: fc.integer({ min: 0, max: 10 }),
    less: fc.integer({ min: 0, max: 10 }),
    count: fc.integer({ min: 1, max: 3 }),
    fewer: fc.integer({ min: 0, max: 2 }),
  });
  const edition = (mark: number, count: number) => ({
    courses: ids.map((id) => course(id, id === 'c' ? [activity('quiz', { kind: 'quiz', quiz: quizOf(mark / 10) })] : [page(id)])),
    sequence: { type: 'at-least', count, items: ids.map((courseId) => ({ type: 'course', courseId })) } as Requirement,
  });
  const attempts = (shares: number[], mark: number) =>
    shares.map((share, index) => scored(share / 10, quizOf(mark / 10), `attempt-${index}`));

  it('is satisfied by whatever satisfied the one before', () => {
    fc.assert(
      fc.property(cases, ({ done: some, shares, mark, less, count, fewer }) => {
        const [known, tried] = [done(...some.filter((id) => id !== 'c')), attempts(shares, 10)];
        const strict = standingUnder(edition(mark, count), known, tried);
        const loose = standingUnder(edition(Math.max(0, mark - less), Math.max(1, count - fewer)), known, tried);
        return !strict.satisfied || loose.satisfied;
      }),
    );
  });

  it('finds the same in whatever order attempts come, and however often', () => {
    fc.assert(
      fc.property(cases, ({ shares, mark, count }) => {
        const tried = attempts(shares, 10);
        const judge = (some: ScoredQuiz[]) => standingUnder(edition(mark, count), done('a'), some);
        expect(judge([...tried.toReversed(), ...tried])).toEqual(judge(tried));
      }),
    );
  });
});

describe('The edition that a learner was on', () => {
  const at = (day: number) => new Date(Date.UTC(2026, 0, day));
  const moves = [
    { fromEditionId: 'first', toEditionId: 'second', movedAt: at(10) },
    { fromEditionId: 'second', toEditionId: 'third', movedAt: at(20) },
  ];

  it.each([
    [5, 'first'],
    [10, 'second'],
    [15, 'second'],
    [25, 'third'],
  ])('on day %d is the %s', (day, edition) => {
    expect(editionAt('third', moves, at(day))).toBe(edition);
  });

  it('is the one of today for who was never moved', () => {
    expect(editionAt('only', [], at(1))).toBe('only');
  });
});
