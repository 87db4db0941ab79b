import { describe, expect, it } from '@jest/globals';
import { inOrder, type Requirement } from '../../catalog/domain/sequence.js';
import { lockReasonWords } from './lock-reason-words.js';
import type { CourseState } from './prerequisites.js';
import { unlocking, type LearnerState } from './unlocking.js';

const START = new Date('2026-09-01T08:00:00Z');
const LATER = new Date('2026-09-20T08:00:00Z');
const titles = new Map([
  ['shell', 'The Unix Shell'],
  ['git', 'Version Control'],
  ['sql', 'Databases'],
]);

/** A learner with these shares of courses; 1 is complete. */
function learner(shares: Record<string, number>, more: Partial<LearnerState> = {}): LearnerState {
  const courses = Object.entries(shares).map(([id, share]): [string, CourseState] => [id, { share, completed: share === 1 }]);
  return { courses: new Map(courses), projectPassed: false, startedAt: START, ...more };
}

const leaf = (courseId: string, more: object = {}): Requirement => ({ type: 'course', courseId, ...more });
const project: Requirement = { type: 'project' };
const statesOf = (sequence: Requirement, who: LearnerState, now = LATER) => {
  const { courses, project } = unlocking(sequence, who, now);
  return [...courses, project].map(({ state }) => state);
};
const words = (sequence: Requirement, who: LearnerState, now = LATER) =>
  unlocking(sequence, who, now).project.reasons.map((reason) => lockReasonWords(reason, titles, 'Europe/Berlin'));

describe('unlocking', () => {
  it('opens one course after the other and the project at the end', () => {
    const sequence = inOrder(['shell', 'git']);
    expect(statesOf(sequence, learner({}))).toEqual(['open', 'locked', 'locked']);
    expect(statesOf(sequence, learner({ shell: 1, git: 0.2 }))).toEqual(['completed', 'open', 'locked']);
    expect(statesOf(sequence, learner({ shell: 1, git: 1 }))).toEqual(['completed', 'completed', 'open']);
    expect(statesOf(sequence, learner({ shell: 1, git: 1 }, { projectPassed: true }))).toEqual([
      'completed',
      'completed',
      'completed',
    ]);
  });

  it('tells Ada what to finish and how far she is', () => {
    const { courses } = unlocking(inOrder(['shell', 'git']), learner({ shell: 0.62 }), LATER);
    expect(courses[1]?.reasons).toEqual([{ key: 'complete_course_first', courseId: 'shell', share: 0.62 }]);
    expect(words(inOrder(['shell', 'git']), learner({ shell: 0.62 }))).toEqual([
      'Finish “The Unix Shell” first: you have 62 %.',
      'Finish “Version Control” first: you have 0 %.',
    ]);
  });

  it('does not let a course completed elsewhere open the project past the others', () => {
    expect(statesOf(inOrder(['shell', 'git', 'sql']), learner({ sql: 1 }))).toEqual(['open', 'locked', 'completed', 'locked']);
  });

  it('keeps a course that was completed out of turn completed', () => {
    expect(statesOf(inOrder(['shell', 'git']), learner({ git: 1 }))[1]).toBe('completed');
  });

  it('opens everything at once where no order is asked for', () => {
    expect(statesOf({ type: 'all-of', items: [leaf('shell'), leaf('git'), project] }, learner({}))).toEqual([
      'open',
      'open',
      'open',
    ]);
  });

  it('asks for courses by name across groups, once each', () => {
    const sequence: Requirement = {
      type: 'in-order',
      items: [leaf('shell'), { type: 'all-of', items: [{ ...project, after: ['shell'] }] }],
    };
    expect(words(sequence, learner({}))).toEqual(['Finish “The Unix Shell” first: you have 0 %.']);
  });

  it('counts how many electives are missing', () => {
    const items = [leaf('shell'), leaf('git'), leaf('sql')];
    const electives: Requirement = { type: 'at-least', count: 2, title: 'Electives', items };
    const sequence: Requirement = { type: 'in-order', items: [electives, project] };
    expect(words(sequence, learner({ git: 1 }))).toEqual(['Finish 1 more of Electives (“The Unix Shell”, “Databases”) first.']);
    expect(statesOf(sequence, learner({ git: 1, sql: 1 }))).toEqual(['open', 'completed', 'completed', 'open']);
  });

  it('names the courses inside groups that may be chosen', () => {
    const pair: Requirement = { type: 'all-of', items: [leaf('git'), leaf('sql')] };
    const sequence: Requirement = {
      type: 'in-order',
      items: [{ type: 'at-least', count: 1, items: [leaf('shell'), pair] }, project],
    };
    expect(words(sequence, learner({}))).toEqual(['Finish 1 more of “The Unix Shell”, “Version Control”, “Databases” first.']);
  });

  it('counts the points that are missing, forgiving binary fractions', () => {
    const weights = { shell: 0.1, git: 0.2, sql: 1 };
    const points = (target: number): Requirement => ({
      type: 'in-order',
      items: [{ type: 'points', points: target, weights, items: [leaf('shell'), leaf('git'), leaf('sql')] }, project],
    });
    expect(words(points(1.3), learner({ shell: 1, git: 1 }))).toEqual(['Earn 1 more point with “Databases” first.']);
    expect(words(points(0.3), learner({ shell: 1, git: 1 }))).toEqual([]);
  });

  it('waits for the project where a course comes after it', () => {
    const sequence: Requirement = { type: 'in-order', items: [leaf('shell'), project, leaf('git')] };
    const git = (projectPassed: boolean) => unlocking(sequence, learner({ shell: 1 }, { projectPassed }), LATER).courses[1];
    expect(git(false)?.reasons).toEqual([{ key: 'pass_project_first' }]);
    expect(git(true)?.state).toBe('open');
  });

  it('opens on a day counted from the start, or on a fixed one, never before the start', () => {
    const on = (release: object, now: string) => {
      const who = learner({});
      return unlocking({ type: 'all-of', items: [{ ...project, release } as Requirement] }, who, new Date(now)).project;
    };
    const week = { type: 'days-after-start', days: 7 };
    expect(on(week, '2026-09-08T07:59:59Z').reasons).toEqual([{ key: 'opens_on', at: new Date('2026-09-08T08:00:00Z') }]);
    expect(on(week, '2026-09-08T08:00:00Z').state).toBe('open');
    expect(on({ type: 'fixed', at: '2026-10-01T00:00:00+02:00' }, '2026-09-30T21:59:59Z').state).toBe('locked');
    expect(on({ type: 'fixed', at: '2026-10-01T00:00:00+02:00' }, '2026-09-30T22:00:00Z').state).toBe('open');
    expect(on({ type: 'fixed', at: '2020-01-01' }, '2026-08-31T00:00:00Z').reasons).toEqual([{ key: 'opens_on', at: START }]);
  });

  it('says when something opens on the learner’s own clock', () => {
    const sequence: Requirement = { type: 'project', release: { type: 'fixed', at: '2026-10-01T22:30:00Z' } };
    expect(words(sequence, learner({}))[0]).toMatch(/^Opens on 2 October 2026.*00:30 \(Europe\/Berlin\)\.$/);
  });

  it('refuses a sequence that lost its project', () => {
    expect(() => unlocking(leaf('shell'), learner({}), LATER)).toThrow(/no project/);
  });
});
