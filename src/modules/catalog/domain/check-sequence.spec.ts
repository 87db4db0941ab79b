import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { sequenceProblems } from './check-sequence.js';
import type { EditionCourse } from './edition.js';
import type { Requirement } from './sequence.js';

const courseIds = ['shell', 'git', 'python', 'sql'];
const courses: EditionCourse[] = courseIds.map((id) => ({
  id,
  title: id,
  summary: '',
  language: 'en',
  attribution: null,
  activities: [],
}));
const leaf = (courseId: string, ...after: string[]): Requirement => ({ type: 'course', courseId, after });
const project: Requirement = { type: 'project' };
const inTurn = (...items: Requirement[]): Requirement => ({ type: 'in-order', items });
const allOf = (...items: Requirement[]): Requirement => ({ type: 'all-of', items });
const atLeast = (count: number, ...items: Requirement[]): Requirement => ({ type: 'at-least', count, items });

const codesOf = (sequence: Requirement) => sequenceProblems(sequence, courses).map(({ code }) => code);
const pathsOf = (sequence: Requirement) => sequenceProblems(sequence, courses).map(({ path }) => path);

describe('checking a sequence', () => {
  it('accepts electives in the middle, release dates and prerequisites across groups', () => {
    const python: Requirement = {
      type: 'course',
      courseId: 'python',
      release: { type: 'days-after-start', days: 7 },
      after: ['shell'],
    };
    const sql: Requirement = { type: 'course', courseId: 'sql', release: { type: 'fixed', at: '2026-09-01T08:00:00+02:00' } };
    expect(codesOf(inTurn(leaf('shell'), atLeast(1, leaf('git'), python), sql, project))).toEqual([]);
  });

  it('sees a circle of courses that wait for each other, and names each of them', () => {
    const circle = allOf(leaf('shell', 'git'), leaf('git', 'python'), leaf('python', 'shell'), leaf('sql'), project);
    expect(codesOf(circle)).toEqual(['sequence_never_opens', 'sequence_never_opens', 'sequence_never_opens']);
    expect(pathsOf(circle)).toEqual(['/sequence/items/0', '/sequence/items/1', '/sequence/items/2']);
  });

  it('sees a circle that only the order of a group closes', () => {
    const sequence = inTurn(allOf(leaf('shell'), leaf('git', 'sql')), leaf('python'), leaf('sql'), project);
    expect(codesOf(sequence)).toEqual(Array.from({ length: 4 }, () => 'sequence_never_opens'));
  });

  it('accepts waiting for an elective that another elective does not need', () => {
    expect(codesOf(inTurn(atLeast(1, leaf('shell'), leaf('git', 'shell')), leaf('python'), leaf('sql'), project))).toEqual([]);
  });

  it('lets a choice open what follows as soon as it can be made, and no sooner', () => {
    const items = [leaf('shell'), leaf('git', 'python')];
    const points = (target: number): Requirement => ({ type: 'points', points: target, weights: { shell: 1, git: 1 }, items });
    const then = (choice: Requirement) => codesOf(inTurn(choice, leaf('python'), leaf('sql'), project));
    expect([then(atLeast(1, ...items)), then(points(1))]).toEqual([[], []]);
    const stuck = Array.from({ length: 4 }, () => 'sequence_never_opens');
    expect([then(atLeast(2, ...items)), then(points(2))]).toEqual([stuck, stuck]);
  });

  it('does not blame what follows a choice that asks for too much: that is told once', () => {
    const rest = [leaf('python'), leaf('sql'), project];
    expect(codesOf(inTurn(atLeast(3, leaf('shell'), leaf('git')), ...rest))).toEqual(['sequence_count_too_high']);
    const points: Requirement = { type: 'points', points: 9, weights: { shell: 1, git: 1 }, items: [leaf('shell'), leaf('git')] };
    expect(codesOf(inTurn(points, ...rest))).toEqual(['sequence_points_unreachable']);
  });

  it('does not take names that every object has for points', () => {
    const points: Requirement = { type: 'points', points: 1, weights: {}, items: [leaf('constructor')] };
    expect(codesOf(points)).toEqual(expect.arrayContaining(['sequence_points_weight_missing', 'sequence_points_unreachable']));
  });

  it('takes six levels and two hundred parts', () => {
    const six = allOf(allOf(allOf(allOf(allOf(...courseIds.map((id) => leaf(id)), project)))));
    expect(codesOf(six)).toEqual([]);
    expect(codesOf(allOf(six))).toEqual(['sequence_too_deep']);
    const parts = (count: number) => codesOf(allOf(...Array.from({ length: count - 1 }, () => project)));
    expect(parts(200)).not.toContain('sequence_too_large');
    expect(parts(201)).toEqual(['sequence_too_large']);
  });

  it('tells a course that waits for itself so once', () => {
    expect(codesOf(allOf(leaf('shell', 'shell'), leaf('git'), leaf('python'), leaf('sql'), project))).toEqual([
      'sequence_after_self',
    ]);
  });

  it('lets a group that asks for all of its items hold the project', () => {
    expect(codesOf(atLeast(5, ...courseIds.map((id) => leaf(id)), project))).toEqual([]);
    expect(codesOf(atLeast(4, ...courseIds.map((id) => leaf(id)), project))).toEqual(['sequence_project_optional']);
  });

  it.each([
    ['2026-09-01', true],
    ['2026-09-01T08:00:00Z', true],
    ['2026-09-01T08:00-05:00', true],
    ['2028-02-29T23:59:59.999Z', true],
    ['2026-02-29', false],
    ['2026-09-01T08:00:00', false],
    ['2026-09-01T25:00:00Z', false],
    ['next Monday', false],
    ['', false],
  ])('takes the release date %p as well formed: %p', (at, wellFormed) => {
    const shell: Requirement = { type: 'course', courseId: 'shell', release: { type: 'fixed', at } };
    const codes = codesOf(allOf(shell, leaf('git'), leaf('python'), leaf('sql'), project));
    expect(codes).toEqual(wellFormed ? [] : ['release_date_malformed']);
  });

  it('stops at a sequence of any depth or size without running out of stack', () => {
    let deep: Requirement = project;
    for (let level = 0; level < 100_000; level++) deep = allOf(deep);
    expect(codesOf(deep)).toEqual(['sequence_too_deep']);
    expect(codesOf(allOf(...Array.from({ length: 100_000 }, () => project)))).toEqual(['sequence_too_large']);
  });

  it('never blames an order in which each course waits only for earlier ones', () => {
    const order = fc.shuffledSubarray(courseIds, { minLength: 4 });
    fc.assert(
      fc.property(order, fc.array(fc.boolean(), { minLength: 16, maxLength: 16 }), fc.boolean(), (ids, waits, ordered) => {
        const items = ids.map((id, index) => leaf(id, ...ids.slice(0, index).filter((_, earlier) => waits[index * 4 + earlier])));
        expect(codesOf({ type: ordered ? 'in-order' : 'all-of', items: [...items, project] })).toEqual([]);
      }),
    );
  });

  it('always blames an order in which an earlier course waits for a later one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 1, max: 3 }), (early, distance) => {
        const late = Math.min(3, early + distance);
        const items = courseIds.map((id, index) => (index === early ? leaf(id, courseIds[late] ?? '') : leaf(id)));
        expect(codesOf(inTurn(...items, project))).toContain('sequence_never_opens');
      }),
    );
  });
});
