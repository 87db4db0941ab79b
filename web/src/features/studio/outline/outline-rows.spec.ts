import { describe, expect, it } from '@jest/globals';
import type { OutlineCourse } from '../queries';
import { orderAfter, orderAfterStep, rowsOf } from './outline-rows';

const course = (id: string, ...activities: string[]) =>
  ({ id, title: id, activities: activities.map((activity) => ({ id: activity, minutes: 5 })) }) as unknown as OutlineCourse;
const rows = rowsOf([course('A', 'a1', 'a2', 'a3'), course('B', 'b1'), course('C')]);
const drop = (dragged: string, position: 'before' | 'after', key: string) => {
  const order = orderAfter(rows, dragged, { key, position });
  return order?.ids.join(' ') ?? null;
};

describe('a dragged activity', () => {
  it('lies anywhere in its course', () => {
    expect(drop('activity a1', 'after', 'activity a3')).toBe('a2 a3 a1');
    expect(drop('activity a1', 'before', 'course B')).toBe('a2 a3 a1');
    expect(drop('activity a3', 'before', 'activity a1')).toBe('a3 a1 a2');
    expect(drop('activity a3', 'after', 'course A')).toBe('a3 a1 a2');
    expect(drop('activity a2', 'before', 'activity a2')).toBe('a1 a2 a3');
  });
  it('never leaves it', () => {
    expect(drop('activity a1', 'after', 'course B')).toBeNull();
    expect(drop('activity a1', 'before', 'course A')).toBeNull();
    expect(drop('activity a1', 'after', 'activity b1')).toBeNull();
  });
});

describe('a dragged course', () => {
  it('lies before, between and behind courses', () => {
    expect(drop('course C', 'before', 'course A')).toBe('C A B');
    expect(drop('course A', 'after', 'activity b1')).toBe('B A C');
    expect(drop('course A', 'after', 'course C')).toBe('B C A');
    expect(drop('course A', 'before', 'course C')).toBe('B A C');
  });
  it('never lies among activities', () => {
    expect(drop('course C', 'after', 'activity a1')).toBeNull();
    expect(drop('course C', 'after', 'course A')).toBeNull();
  });
});

describe('a step', () => {
  it('changes places with the neighbour, and there is none beyond the ends', () => {
    expect(orderAfterStep(['a', 'b', 'c'], 'b', 1)).toEqual(['a', 'c', 'b']);
    expect(orderAfterStep(['a', 'b', 'c'], 'b', -1)).toEqual(['b', 'a', 'c']);
    expect(orderAfterStep(['a', 'b', 'c'], 'c', 1)).toBeNull();
    expect(orderAfterStep(['a', 'b', 'c'], 'a', -1)).toBeNull();
    expect(orderAfterStep(['a'], 'x', 1)).toBeNull();
  });
});
