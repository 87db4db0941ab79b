import { describe, expect, it } from '@jest/globals';
import { coursesIn, followingOrder, type Requirement, withCourse, withoutCourse } from './sequence-courses';

const course = (courseId: string, more: object = {}): Requirement => ({ type: 'course', courseId, ...more });
const project: Requirement = { type: 'project' };
const inOrder = (...items: Requirement[]): Requirement => ({ type: 'in-order', items });

describe('a course that is added', () => {
  it('comes right before the project', () => {
    expect(withCourse(inOrder(course('a'), project), 'b')).toEqual(inOrder(course('a'), course('b'), project));
  });
  it('comes last where the project stands deeper, and is never there twice', () => {
    const sequence: Requirement = { type: 'all-of', items: [inOrder(course('a'), project)] };
    const longer = withCourse(sequence, 'b');
    expect(coursesIn(longer)).toEqual(['a', 'b']);
    expect(withCourse(longer, 'a')).toBe(longer);
  });
  it('makes an order of a sequence that was the project alone', () => {
    expect(withCourse(project, 'a')).toEqual(inOrder(course('a'), project));
  });
});

describe('a course that is removed', () => {
  it('takes with it what waits for it and groups it leaves empty', () => {
    const sequence = inOrder(inOrder(course('a')), course('b', { after: ['a'] }), course('c', { after: ['a', 'b'] }), project);
    expect(withoutCourse(sequence, 'a')).toEqual(inOrder(course('b'), course('c', { after: ['b'] }), project));
  });
  it('takes its points along, and a choice asks for no more than is left', () => {
    const points: Requirement = { type: 'points', points: 3, weights: { a: 1, b: 2 }, items: [course('a'), course('b')] };
    expect(withoutCourse(inOrder(points), 'a')).toMatchObject({ items: [{ weights: { b: 2 }, items: [course('b')] }] });
    const choice: Requirement = { type: 'at-least', count: 2, items: [course('a'), course('b')] };
    expect(withoutCourse(inOrder(choice), 'a')).toMatchObject({ items: [{ count: 1 }] });
  });
});

describe('the order of the outline', () => {
  it('is followed within each group, and moves nothing but courses', () => {
    const sequence = inOrder(
      course('a', { after: ['c'] }),
      { type: 'all-of', items: [course('c'), course('b')] },
      course('d'),
      project,
    );
    expect(followingOrder(sequence, ['d', 'b', 'a', 'c'])).toEqual(
      inOrder(course('d'), { type: 'all-of', items: [course('b'), course('c')] }, course('a', { after: ['c'] }), project),
    );
  });
});
