import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { Activity } from '../../catalog/domain/activity.js';
import type { EditionCourse } from '../../catalog/domain/edition.js';
import type { Requirement } from '../../catalog/domain/sequence.js';
import { isCompleted } from './course-completion.js';
import { missingFor } from './prerequisites.js';
import { knownFacts, type ProgressFact } from './progress-facts.js';
import { isSatisfied, progress, type Progress } from './progress.js';
import { percentOf } from './share.js';
import { unlocking } from './unlocking.js';

const START = Date.UTC(2026, 8, 1);
const DAY = 24 * 60 * 60 * 1000;
const COURSE_IDS = ['shell', 'git', 'python', 'sql', 'make'];

interface Edition {
  courses: EditionCourse[];
  sequence: Requirement;
}

const minutes = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 90 }), fc.double({ min: 0.1, max: 5, noNaN: true }));

function courseOf(id: string): fc.Arbitrary<EditionCourse> {
  const activity = fc.record({ minutes, required: fc.boolean() });
  return fc.array(activity, { minLength: 1, maxLength: 4 }).map((activities) => ({
    id,
    title: id,
    summary: '',
    language: 'en',
    attribution: null,
    activities: activities.map((one, index): Activity => {
      const body = { kind: 'page' as const, markdown: '', assets: {}, objectives: [] };
      // Publishing asks for at least one required activity.
      return { id: `${id}-${index}`, title: '', minutes: one.minutes, required: one.required || index === 0, body };
    }),
  }));
}

const release = fc.oneof(
  fc.constant(undefined),
  fc.integer({ min: 0, max: 30 }).map((days) => ({ type: 'days-after-start' as const, days })),
  fc.integer({ min: -10, max: 30 }).map((days) => ({ type: 'fixed' as const, at: new Date(START + days * DAY).toISOString() })),
);

function leafOf(courseId: string): fc.Arbitrary<Requirement> {
  const after = fc.subarray(
    COURSE_IDS.filter((id) => id !== courseId),
    { maxLength: 1 },
  );
  return fc.record({ after, release }).map((more) => ({ type: 'course' as const, courseId, ...more }));
}

function pointsOf(ids: string[]): fc.Arbitrary<Requirement> {
  const points = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: ids.length, maxLength: ids.length });
  return fc
    .tuple(points, fc.double({ min: 0, max: 1, noNaN: true }), fc.tuple(...ids.map(leafOf)))
    .map(([each, part, items]) => ({
      type: 'points' as const,
      points: Math.max(1, Math.round(each.reduce((sum, one) => sum + one, 0) * part)),
      weights: Object.fromEntries(ids.map((id, index) => [id, each[index] ?? 1])),
      items,
    }));
}

function treeOf(ids: string[]): fc.Arbitrary<Requirement> {
  const [only, ...others] = ids;
  if (only !== undefined && others.length === 0) return leafOf(only);
  const split = fc
    .integer({ min: 1, max: ids.length - 1 })
    .chain((at) => fc.tuple(treeOf(ids.slice(0, at)), treeOf(ids.slice(at))));
  const flat = fc.tuple(...ids.map(leafOf));
  const grouped = fc.oneof(split, flat).chain((items) =>
    fc.oneof(
      fc.constantFrom('in-order' as const, 'all-of' as const).map((type): Requirement => ({ type, items })),
      fc.integer({ min: 1, max: items.length }).map((count): Requirement => ({ type: 'at-least', count, items })),
    ),
  );
  return fc.oneof({ weight: 3, arbitrary: grouped }, { weight: 1, arbitrary: pointsOf(ids) });
}

const edition: fc.Arbitrary<Edition> = fc.shuffledSubarray(COURSE_IDS, { minLength: 1 }).chain((ids) =>
  fc.record({
    courses: fc.tuple(...ids.map(courseOf)),
    sequence: fc
      .tuple(treeOf(ids), fc.constantFrom('in-order' as const, 'all-of' as const))
      .map(([tree, type]): Requirement => ({ type, items: [tree, { type: 'project' }] })),
  }),
);

const ACTIVITY_IDS = [...COURSE_IDS.flatMap((id) => [0, 1, 2, 3].map((index) => `${id}-${index}`)), 'of-another-edition'];
const when = fc.integer({ min: 0, max: 40 * DAY }).map((after) => new Date(START + after));
const origin = {
  source: fc.constantFrom('learner' as const, 'quiz' as const, 'waiver' as const),
  effectiveAt: when,
  recordedAt: when,
};
const activityId = fc.constantFrom(...ACTIVITY_IDS);
const courseId = fc.constantFrom(...COURSE_IDS);
const fact: fc.Arbitrary<ProgressFact> = fc.oneof(
  fc.record({ ...origin, kind: fc.constant('progressed' as const), activityId, value: fc.double({ min: -1, max: 2 }) }),
  fc.record({ ...origin, kind: fc.constant('completed' as const), activityId }),
  fc.record({ ...origin, kind: fc.constant('completed' as const), activityId }),
  fc.record({ ...origin, kind: fc.constant('waived' as const), activityId, reason: fc.constant('tested out') }),
  fc.record({ ...origin, kind: fc.constant('waived' as const), courseId, reason: fc.constant('tested out') }),
  fc.record({ ...origin, kind: fc.constant('course-completed-elsewhere' as const), courseId }),
);
const facts = fc.array(fact, { maxLength: 25 });
const NOW = new Date(START + 40 * DAY);

const statesOf = ({ courses }: Progress) => new Map(courses.map((course) => [course.courseId, course]));
const unlocked = (one: Edition, known: ProgressFact[], now: Date) =>
  unlocking(
    one.sequence,
    { courses: statesOf(progress(one, known, now)), projectPassed: false, startedAt: new Date(START) },
    now,
  );
const RANK = { locked: 0, open: 1, completed: 2 };

/** Sums of the same shares in another order differ by some 1e-16. */
function expectNotBelow(later: number, earlier: number) {
  expect(later).toBeGreaterThanOrEqual(earlier - 1e-12);
}

describe('progress, for every edition and every set of facts', () => {
  it('ignores the order in which facts arrive', () => {
    const shuffled = facts.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })));
    fc.assert(
      fc.property(edition, shuffled, (one, [list, mixed]) => {
        expect(progress(one, mixed, NOW)).toEqual(progress(one, list, NOW));
      }),
    );
  });

  it('calls the same courses complete where only that is asked', () => {
    fc.assert(
      fc.property(edition, facts, (one, list) => {
        const known = knownFacts(list, NOW);
        const completed = one.courses.filter((course) => isCompleted(course, known)).map(({ id }) => id);
        const expected = progress(one, list, NOW).courses.filter((course) => course.completed);
        expect(completed).toEqual(expected.map(({ courseId }) => courseId));
      }),
    );
  });

  it('is satisfied by what is complete, whenever that was', () => {
    fc.assert(
      fc.property(edition, facts, (one, list) => {
        const { activities, courses } = knownFacts(list, NOW);
        const completed = [...activities].flatMap(([id, { completedAt }]) => (completedAt ? [id] : []));
        expect(isSatisfied(one, { activities: completed, courses: [...courses.keys()] })).toBe(
          progress(one, list, NOW).satisfied,
        );
      }),
      { numRuns: 400 },
    );
  });

  it('ignores facts told twice', () => {
    const repeated = facts.chain((list) => fc.tuple(fc.constant(list), fc.subarray(list)));
    fc.assert(
      fc.property(edition, repeated, (one, [list, again]) => {
        expect(progress(one, [...again, ...list, ...again], NOW)).toEqual(progress(one, list, NOW));
      }),
    );
  });

  it('never falls when another fact arrives, and never takes back a completion or its date', () => {
    fc.assert(
      fc.property(edition, facts, facts, (one, list, more) => {
        const before = progress(one, list, NOW);
        const after = progress(one, [...list, ...more], NOW);
        expectNotBelow(after.share, before.share);
        expectNotBelow(after.minutesDone, before.minutesDone);
        expect(after.minutesTotal).toBe(before.minutesTotal);
        if (before.satisfied) expect(after.satisfied).toBe(true);
        if (before.readyForProject) expect(after.readyForProject).toBe(true);
        for (const [index, course] of before.courses.entries()) {
          const later = after.courses[index];
          expectNotBelow(later?.share ?? -1, course.share);
          if (course.completedAt) expect(later?.completedAt?.getTime()).toBeLessThanOrEqual(course.completedAt.getTime());
        }
      }),
      { numRuns: 400 },
    );
  });

  it('lies between 0 and 1 and is 1, and 100 %, exactly when the sequence is satisfied', () => {
    fc.assert(
      fc.property(edition, facts, (one, list) => {
        const { share, satisfied, satisfiedAt, minutesDone, minutesTotal, courses } = progress(one, list, NOW);
        for (const part of [share, ...courses.map((course) => course.share)]) {
          expect(part).toBeGreaterThanOrEqual(0);
          expect(part).toBeLessThanOrEqual(1);
        }
        expect(share === 1).toBe(satisfied);
        expect(percentOf(share) === 100).toBe(satisfied);
        expect(satisfiedAt !== null).toBe(satisfied);
        expect(courses.every((course) => (course.share === 1) === course.completed)).toBe(true);
        expectNotBelow(minutesTotal, minutesDone);
      }),
      { numRuns: 400 },
    );
  });

  it('agrees with the rules of unlocking on what is satisfied and when the project may be submitted', () => {
    fc.assert(
      fc.property(edition, facts, (one, list) => {
        const now = progress(one, list, NOW);
        const missing = missingFor(one.sequence, { courses: statesOf(now), projectPassed: true });
        expect(missing.length === 0).toBe(now.satisfied);
        const { project } = unlocked(one, list, NOW);
        expect(project.reasons.every(({ key }) => key === 'opens_on')).toBe(now.readyForProject);
      }),
      { numRuns: 400 },
    );
  });

  it('is complete once every required activity is', () => {
    fc.assert(
      fc.property(edition, when, (one, at) => {
        const done = one.courses.flatMap(({ activities }) => activities.filter(({ required }) => required));
        const list = done.map(({ id }) => ({
          kind: 'completed' as const,
          activityId: id,
          source: 'learner' as const,
          effectiveAt: at,
          recordedAt: at,
        }));
        expect(progress(one, list, NOW)).toMatchObject({ share: 1, satisfied: true, readyForProject: true, satisfiedAt: at });
      }),
    );
  });

  it('completes nothing in the future', () => {
    fc.assert(
      fc.property(edition, facts, when, (one, list, now) => {
        const { courses, activities } = progress(one, list, now);
        for (const { completedAt } of [...courses, ...activities]) {
          if (completedAt) expect(completedAt.getTime()).toBeLessThanOrEqual(now.getTime());
        }
      }),
    );
  });
});

describe('unlocking, for every edition and every set of facts', () => {
  it('never locks again: neither by more facts nor by time', () => {
    fc.assert(
      fc.property(edition, facts, facts, when, when, (one, list, more, oneTime, another) => {
        const [sooner, later] = [oneTime, another].sort((a, b) => a.getTime() - b.getTime()) as [Date, Date];
        const before = unlocked(one, list, sooner);
        const after = unlocked(one, [...list, ...more], later);
        expect(RANK[after.project.state]).toBeGreaterThanOrEqual(RANK[before.project.state]);
        for (const [index, { state }] of before.courses.entries()) {
          expect(RANK[after.courses[index]?.state ?? 'locked']).toBeGreaterThanOrEqual(RANK[state]);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('gives a reason for everything locked and none for the rest', () => {
    fc.assert(
      fc.property(edition, facts, when, (one, list, now) => {
        const { courses, project } = unlocked(one, list, now);
        for (const { state, reasons } of [...courses, project]) expect(reasons.length > 0).toBe(state === 'locked');
      }),
    );
  });
});
