import { describe, expect, it } from '@jest/globals';
import { atTheStart } from './opening';
import type { Requirement } from './sequence-courses';

const course = (courseId: string, more: object = {}): Requirement => ({ type: 'course', courseId, ...more });
const waiting = (sequence: Requirement) =>
  atTheStart(sequence).map(({ leaf, waits }) => [
    leaf.type === 'course' ? leaf.courseId : 'project',
    waits.map(({ kind }) => kind),
  ]);

describe('a new learner', () => {
  it('finds the first open and the others behind it, where one comes after the other', () => {
    const sequence: Requirement = { type: 'in-order', items: [course('a'), course('b'), { type: 'project' }] };
    expect(waiting(sequence)).toEqual([
      ['a', []],
      ['b', ['before']],
      ['project', ['before']],
    ]);
  });
  it('finds everything open that may be done in any order, unless it waits by itself', () => {
    const late = { release: { type: 'days-after-start', days: 7 } };
    const items = [
      course('a'),
      course('b', { after: ['a'] }),
      course('c', late),
      course('d', { release: { type: 'fixed', at: '2027-01-01' } }),
    ];
    expect(waiting({ type: 'at-least', count: 2, items })).toEqual([
      ['a', []],
      ['b', ['courses']],
      ['c', ['days']],
      ['d', ['date']],
    ]);
  });
  it('waits for a whole group, and inside of it for what is before', () => {
    const choice: Requirement = { type: 'all-of', items: [course('b'), { type: 'in-order', items: [course('c'), course('d')] }] };
    expect(waiting({ type: 'in-order', items: [course('a'), choice] })).toEqual([
      ['a', []],
      ['b', ['before']],
      ['c', ['before']],
      ['d', ['before']],
    ]);
  });
});
