import { describe, expect, it } from '@jest/globals';
import type { Activity } from '../../catalog/domain/activity.js';
import type { EditionCourse } from '../../catalog/domain/edition.js';
import { inOrder, type Requirement } from '../../catalog/domain/sequence.js';
import type { ProgressFact } from './progress-facts.js';
import { progress } from './progress.js';
import { percentOf } from './share.js';

const MONDAY = new Date('2026-09-07T09:00:00Z');
const TUESDAY = new Date('2026-09-08T09:00:00Z');
const FRIDAY = new Date('2026-09-11T09:00:00Z');

/** A course whose required activities take these minutes. */
function course(id: string, ...minutes: number[]): EditionCourse {
  const body = { kind: 'page' as const, markdown: '', assets: {}, objectives: [] };
  const activities = minutes.map((each, index): Activity => ({
    id: `${id}-${index + 1}`,
    title: '',
    minutes: each,
    required: true,
    body,
  }));
  return { id, title: id, summary: '', language: 'en', attribution: null, activities };
}

const at = (day: Date) => ({ source: 'learner' as const, effectiveAt: day, recordedAt: day });
const completed = (activityId: string, day = MONDAY): ProgressFact => ({ kind: 'completed', activityId, ...at(day) });
const progressed = (activityId: string, value: number): ProgressFact => ({
  kind: 'progressed',
  activityId,
  value,
  ...at(MONDAY),
});
const elsewhere = (courseId: string, day = MONDAY): ProgressFact => ({
  kind: 'course-completed-elsewhere',
  courseId,
  ...at(day),
});

const shell = course('shell', 30, 10);
const git = course('git', 60);
const carpentry = { courses: [shell, git], sequence: inOrder(['shell', 'git']) };

describe('progress', () => {
  it('weighs activities by their minutes', () => {
    const now = progress(carpentry, [completed('shell-1'), progressed('git-1', 0.5)], FRIDAY);
    expect(now).toMatchObject({ share: 0.6, minutesDone: 60, minutesTotal: 100, satisfied: false, readyForProject: false });
    expect(now.courses).toMatchObject([
      { courseId: 'shell', share: 0.75, minutesDone: 30, minutesTotal: 40, completed: false },
      { courseId: 'git', share: 0.5, minutesDone: 30, minutesTotal: 60 },
    ]);
  });

  it('lets Ada get ready for the project by finishing every course, on the day of the last one', () => {
    const facts = [completed('git-1', TUESDAY), completed('shell-1'), completed('shell-2')];
    expect(progress(carpentry, facts, FRIDAY)).toMatchObject({
      share: 1,
      satisfied: true,
      readyForProject: true,
      satisfiedAt: TUESDAY,
    });
  });

  it('counts a waiver and a course completed elsewhere like the work itself', () => {
    const waived: ProgressFact = { kind: 'waived', activityId: 'shell-2', reason: 'tested out', ...at(MONDAY) };
    const now = progress(carpentry, [completed('shell-1'), waived, elsewhere('git')], FRIDAY);
    expect(now).toMatchObject({ share: 1, satisfied: true });
    expect(now.activities.find(({ activityId }) => activityId === 'shell-2')).toMatchObject({ completed: true, waived: true });
    expect(now.activities.find(({ activityId }) => activityId === 'git-1')).toMatchObject({
      completed: false,
      share: 0,
      waived: false,
    });
  });

  it('shows optional activities without weighing them', () => {
    const [first, second] = shell.activities as [Activity, Activity];
    const edition = {
      courses: [{ ...shell, activities: [first, { ...second, required: false }] }],
      sequence: inOrder(['shell']),
    };
    const now = progress(edition, [completed('shell-1')], FRIDAY);
    expect(now).toMatchObject({ share: 1, minutesTotal: 30 });
    expect(now.activities).toMatchObject([{ share: 1 }, { share: 0, required: false }]);
  });

  it('never shows an unfinished activity as finished or waived, however far the player got', () => {
    expect(progress(carpentry, [progressed('git-1', 1)], FRIDAY).activities[2]).toMatchObject({
      completed: false,
      waived: false,
    });
    expect(progress(carpentry, [progressed('git-1', 1)], FRIDAY).courses[1]).toMatchObject({ share: 0.99, completed: false });
  });

  it('counts activities alike when none has minutes, and holds back the last percent for one without', () => {
    const weightless = { courses: [course('shell', 0, 0)], sequence: inOrder(['shell']) };
    expect(progress(weightless, [completed('shell-1')], FRIDAY)).toMatchObject({ share: 0.5, minutesDone: 0, minutesTotal: 0 });
    const mixed = { courses: [course('shell', 10, 0)], sequence: inOrder(['shell']) };
    expect(progress(mixed, [completed('shell-1')], FRIDAY)).toMatchObject({ share: 0.99, minutesDone: 10, satisfied: false });
    expect(progress(mixed, [completed('shell-1'), completed('shell-2')], FRIDAY)).toMatchObject({ share: 1, satisfied: true });
  });

  it('takes the earliest time of facts told twice, and none from a clock that runs ahead', () => {
    const late: ProgressFact = { ...completed('git-1', MONDAY), recordedAt: TUESDAY };
    const ahead: ProgressFact = { ...completed('shell-1'), effectiveAt: FRIDAY, recordedAt: TUESDAY };
    const now = progress(carpentry, [completed('git-1', TUESDAY), late, ahead], FRIDAY);
    expect(now.activities.map(({ completedAt }) => completedAt)).toEqual([TUESDAY, null, MONDAY]);
  });

  it('ignores facts of another edition', () => {
    expect(progress(carpentry, [completed('r-1'), elsewhere('r')], FRIDAY)).toMatchObject({ share: 0 });
  });

  it('is complete before the project when the project is all there is', () => {
    const edition = { courses: [], sequence: { type: 'project' } as Requirement };
    expect(progress(edition, [], FRIDAY)).toMatchObject({ share: 1, satisfied: true, readyForProject: true, minutesTotal: 0 });
  });
});

describe('progress with electives', () => {
  const courses = [course('shell', 40), course('git', 20), course('python', 60), course('sql', 100)];
  const leaf = (courseId: string): Requirement => ({ type: 'course', courseId });
  const electives: Requirement = { type: 'at-least', count: 2, items: [leaf('sql'), leaf('python'), leaf('git')] };
  const sequence: Requirement = { type: 'in-order', items: [leaf('shell'), electives, { type: 'project' }] };

  it('weighs the choice by its cheapest way through and counts the furthest items', () => {
    const now = progress(
      { courses, sequence },
      [progressed('sql-1', 0.5), progressed('git-1', 0.25), progressed('python-1', 0.1)],
      FRIDAY,
    );
    // Cheapest two: 20 + 60 minutes. Furthest two: (0.5 + 0.25) / 2.
    expect(now).toMatchObject({ minutesTotal: 120, minutesDone: 30, share: 0.25 });
  });

  it('is satisfied by any two, on the day of the second', () => {
    const facts = [elsewhere('sql', FRIDAY), elsewhere('python', MONDAY), elsewhere('git', TUESDAY), elsewhere('shell', MONDAY)];
    expect(progress({ courses, sequence }, facts, FRIDAY)).toMatchObject({ share: 1, satisfiedAt: TUESDAY });
  });

  it('does not mistake a little of everything for enough', () => {
    const facts = ['git', 'python', 'sql'].map((id) => progressed(`${id}-1`, 0.9));
    const now = progress({ courses, sequence: { type: 'all-of', items: [electives, { type: 'project' }] } }, facts, FRIDAY);
    expect(now.share).toBeCloseTo(0.9);
    expect(now).toMatchObject({ satisfied: false, readyForProject: true });
  });

  it('does not ask for the project among what comes before it', () => {
    const all: Requirement = { type: 'at-least', count: 3, items: [leaf('git'), { type: 'project' }, leaf('python')] };
    const now = progress({ courses, sequence: all }, [elsewhere('git'), progressed('python-1', 0.5)], FRIDAY);
    expect(now).toMatchObject({ share: 0.75, minutesTotal: 80, satisfied: false });
    expect(progress({ courses, sequence: all }, [elsewhere('git'), elsewhere('python')], FRIDAY)).toMatchObject({ share: 1 });
  });

  it('counts points only as far as they are needed', () => {
    const weights = { git: 1, python: 3, sql: 5 };
    const points: Requirement = { type: 'points', points: 4, weights, items: [leaf('git'), leaf('python'), leaf('sql')] };
    const edition = {
      courses: courses.slice(1),
      sequence: { type: 'in-order', items: [points, { type: 'project' }] } as Requirement,
    };
    // Cheapest per point: git and sql at 20 minutes a point, python too: 4 points are 80 minutes.
    expect(progress(edition, [elsewhere('python')], FRIDAY)).toMatchObject({
      share: 0.75,
      minutesTotal: 80,
      readyForProject: false,
    });
    expect(progress(edition, [elsewhere('python'), elsewhere('git')], FRIDAY)).toMatchObject({ share: 1, readyForProject: true });
    expect(progress(edition, [elsewhere('sql')], FRIDAY)).toMatchObject({ share: 1, minutesDone: 80 });
  });
});

describe('percent', () => {
  it.each([
    [0, 0],
    [0.29, 29],
    [0.58, 58],
    [0.999, 99],
    [1, 100],
  ])('says %p as %p, rounding down', (share, percent) => {
    expect(percentOf(share)).toBe(percent);
  });
});
