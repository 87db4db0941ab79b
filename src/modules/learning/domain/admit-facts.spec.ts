import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { inOrder } from '../../catalog/domain/sequence.js';
import { admitFacts, type FactRefusal, factRefusalWords, type TellingLearner, type ToldFact } from './admit-facts.js';
import type { ActivityOutline, EditionOutline } from './edition-outline.js';

const START = new Date('2026-09-01T08:00:00Z');
const MONDAY = new Date('2026-09-07T09:00:00Z');
const NOW = new Date('2026-09-20T08:00:00Z');

function activity(id: string, changes: Partial<ActivityOutline> = {}): ActivityOutline {
  return { id, title: id, kind: 'page', minutes: 10, required: true, ...changes };
}

function courseOf(id: string, ...activities: ActivityOutline[]) {
  return { id, title: id, language: 'en', attribution: null, activities };
}

/** Three courses one after the other. */
const carpentry: EditionOutline = {
  editionId: 'carpentry',
  microCredentialId: 'data',
  number: 1,
  title: 'Carpentry',
  courses: [
    courseOf('shell', activity('files'), activity('pipes'), activity('coffee', { required: false })),
    courseOf('git', activity('commits'), activity('test', { kind: 'quiz' })),
    courseOf('python', activity('loops')),
  ],
  sequence: inOrder(['shell', 'git', 'python']),
  project: { title: 'Project', minutes: 60 },
};

const beginner: TellingLearner = {
  known: { activities: new Map(), courses: new Map() },
  projectPassed: false,
  startedAt: START,
  endedAt: null,
};

function done(activityId: string, changes: Partial<ToldFact> = {}): ToldFact {
  return { id: `told ${activityId}`, activityId, kind: 'completed', value: 1, effectiveAt: MONDAY, ...changes };
}

/** What became of each fact: `in`, or the key of the refusal. */
function outcomes(told: ToldFact[], learner = beginner, now = NOW): string[] {
  return admitFacts(carpentry, learner, told, now).map((one) => (one.admitted ? 'in' : one.refusal.key));
}

const shellIsDone = { ...beginner, known: { activities: new Map(), courses: new Map([['shell', MONDAY]]) } };

describe('admitting facts', () => {
  it('takes what Amara did in an open course and refuses what is locked, each for itself', () => {
    expect(outcomes([done('files'), done('commits'), done('pipes', { kind: 'progressed', value: 0.4 })])).toEqual([
      'in',
      'course_locked',
      'in',
    ]);
  });

  it('says which course is locked', () => {
    const [refused] = admitFacts(carpentry, beginner, [done('commits')], NOW);
    expect(refused).toMatchObject({ admitted: false, refusal: { key: 'course_locked', courseId: 'git' } });
  });

  it('lets facts of one telling open the course of others, whatever their order', () => {
    expect(outcomes([done('commits'), done('pipes'), done('files')])).toEqual(['in', 'in', 'in']);
    expect(outcomes([done('loops'), done('commits'), done('pipes'), done('files')])).toEqual(['course_locked', 'in', 'in', 'in']);
  });

  it('does not open a course for work that is merely begun', () => {
    expect(outcomes([done('files'), done('pipes', { kind: 'progressed', value: 1 }), done('commits')])).toEqual([
      'in',
      'in',
      'course_locked',
    ]);
  });

  it('leaves quizzes to the server and does not know activities of other editions', () => {
    const told = [done('test'), done('test', { kind: 'progressed', value: 0.5 }), done('elsewhere')];
    expect(outcomes(told, shellIsDone)).toEqual(['quiz_completes_by_passing', 'quiz_completes_by_passing', 'activity_unknown']);
  });

  it('takes more about a course that is complete', () => {
    expect(outcomes([done('coffee'), done('files')], shellIsDone)).toEqual(['in', 'in']);
  });

  it('keeps every time between the start and now', () => {
    const when = (effectiveAt: string) => {
      const [one] = admitFacts(carpentry, beginner, [done('files', { effectiveAt: new Date(effectiveAt) })], NOW);
      return one?.fact.effectiveAt;
    };
    expect(when('2030-01-01T00:00:00Z')).toEqual(NOW);
    expect(when('1970-01-01T00:00:00Z')).toEqual(START);
    expect(when('2026-09-07T09:00:00Z')).toEqual(MONDAY);
  });

  it('counts until the end of an expired place, however late it is told', () => {
    const expired = { ...beginner, endedAt: new Date('2026-09-10T00:00:00Z') };
    const late = { effectiveAt: new Date('2026-09-10T00:00:00Z') };
    expect(outcomes([done('files'), done('pipes', late)], expired)).toEqual(['in', 'enrollment_ended']);
  });

  it('opens nothing before the offering starts', () => {
    expect(outcomes([done('files')], beginner, new Date('2026-08-31T00:00:00Z'))).toEqual(['course_locked']);
  });

  it('answers each fact once and in the order told, and the order never changes who gets in', () => {
    const fact = fc.record({
      activityId: fc.constantFrom('files', 'pipes', 'coffee', 'commits', 'test', 'loops', 'elsewhere'),
      kind: fc.constantFrom('completed' as const, 'progressed' as const),
    });
    const admitted = (told: ToldFact[]) =>
      admitFacts(carpentry, beginner, told, NOW)
        .flatMap((one) => (one.admitted ? [one.fact.id] : []))
        .sort();
    fc.assert(
      fc.property(fc.array(fact, { maxLength: 12 }), fc.infiniteStream(fc.nat()), (wishes, random) => {
        const told = wishes.map(({ activityId, kind }, index) => done(activityId, { id: String(index), kind }));
        expect(admitFacts(carpentry, beginner, told, NOW).map((one) => one.fact.id)).toEqual(told.map(({ id }) => id));
        const ranked = told.map((one) => ({ one, rank: random.next().value })).sort((a, b) => a.rank - b.rank);
        expect(admitted(ranked.map(({ one }) => one))).toEqual(admitted(told));
      }),
    );
  });

  it('explains each refusal in a sentence', () => {
    const refusals: FactRefusal[] = [
      { key: 'activity_unknown' },
      { key: 'quiz_completes_by_passing' },
      { key: 'course_locked', courseId: 'git' },
      { key: 'enrollment_ended' },
    ];
    expect(new Set(refusals.map(factRefusalWords)).size).toBe(4);
  });
});
