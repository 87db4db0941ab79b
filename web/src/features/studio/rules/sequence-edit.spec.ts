import { describe, expect, it } from '@jest/globals';
import type { Group, Requirement } from './sequence-courses';
import { changeAt, movedIn, movedOut, preset, ruledBy, stepped, unwrapped, wrapped } from './sequence-edit';

const course = (courseId: string): Requirement => ({ type: 'course', courseId });
const project: Requirement = { type: 'project' };
const inOrder = (...items: Requirement[]): Group => ({ type: 'in-order', items });
const allOf = (...items: Requirement[]): Group => ({ type: 'all-of', items });
const [a, b, c] = [course('a'), course('b'), course('c')];

describe('a part of the sequence', () => {
  it('is changed or taken out where it stands, and the rest stays', () => {
    expect(changeAt(inOrder(allOf(a, b), project), [0, 1], () => c)).toEqual(inOrder(allOf(a, c), project));
    expect(changeAt(inOrder(allOf(a, b), project), [0, 0], () => null)).toEqual(inOrder(allOf(b), project));
    expect(changeAt(inOrder(a), [7], () => null)).toEqual(inOrder(a));
  });
  it('steps over its neighbour, and not beyond the ends', () => {
    expect(stepped(inOrder(a, b, project), [1], -1)).toEqual(inOrder(b, a, project));
    expect(stepped(inOrder(a, b), [1], 1)).toBeNull();
    expect(stepped(inOrder(a, b), [0], -1)).toBeNull();
    expect(stepped(inOrder(a), [], 1)).toBeNull();
  });
  it('goes into the group beside it, at the near end', () => {
    expect(movedIn(inOrder(allOf(a), b, project), [1], -1)).toEqual(inOrder(allOf(a, b), project));
    expect(movedIn(inOrder(b, allOf(a), project), [0], 1)).toEqual(inOrder(allOf(b, a), project));
    expect(movedIn(inOrder(a, b), [0], 1)).toBeNull();
  });
  it('comes out behind its group, which goes where nothing is left in it', () => {
    expect(movedOut(inOrder(allOf(a, b), project), [0, 0])).toEqual(inOrder(allOf(b), a, project));
    expect(movedOut(inOrder(allOf(a), project), [0, 0])).toEqual(inOrder(a, project));
    expect(movedOut(inOrder(a), [0])).toBeNull();
  });
  it('is put into a group of its own, and a group is dissolved', () => {
    expect(wrapped(inOrder(a, project), [0])).toEqual(inOrder(allOf(a), project));
    expect(unwrapped(inOrder(allOf(a, b), project), [0])).toEqual(inOrder(a, b, project));
  });
});

describe('a group', () => {
  it('keeps its items and title under another rule', () => {
    const group: Group = { type: 'all-of', title: 'Electives', items: [a, b, c] };
    expect(ruledBy(group, 'at-least')).toEqual({ type: 'at-least', count: 2, title: 'Electives', items: [a, b, c] });
    expect(ruledBy(group, 'points')).toMatchObject({ points: 2, weights: { a: 1, b: 1, c: 1 } });
    expect(ruledBy(ruledBy(group, 'points'), 'in-order')).toEqual({ type: 'in-order', title: 'Electives', items: [a, b, c] });
  });
  it('of points gives a point to whatever joins it', () => {
    const points: Group = { type: 'points', points: 1, weights: { a: 3 }, items: [a] };
    expect(movedIn(inOrder(points, b), [1], -1)).toMatchObject({ items: [{ weights: { a: 3, b: 1 } }] });
  });
});

it('offers the usual rules ready made', () => {
  expect(preset('one-by-one', ['a', 'b'])).toEqual(inOrder(a, b, project));
  expect(preset('any-order', ['a', 'b'])).toEqual(inOrder(allOf(a, b), project));
  expect(preset('choice', ['a', 'b', 'c'])).toEqual(inOrder({ type: 'at-least', count: 2, items: [a, b, c] }, project));
});
