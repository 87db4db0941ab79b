import { describe, expect, it } from '@jest/globals';
import { followCourses } from './follow-courses.js';
import { inOrder, type Requirement } from './sequence.js';

describe('the sequence, when courses are added or taken out', () => {
  it('follows the list while it is the one that a micro-credential starts with', () => {
    expect(followCourses(inOrder([]), [], ['shell'])).toEqual(inOrder(['shell']));
    expect(followCourses(inOrder(['shell', 'git']), ['shell', 'git'], ['git', 'sql'])).toEqual(inOrder(['git', 'sql']));
  });

  it.each<[string, Requirement]>([
    ['has a title', { ...inOrder(['shell']), title: 'Basics' } as Requirement],
    ['is a choice', { type: 'all-of', items: [{ type: 'course', courseId: 'shell' }, { type: 'project' }] }],
    [
      'has a date',
      {
        type: 'in-order',
        items: [{ type: 'course', courseId: 'shell', release: { type: 'fixed', at: '2026-09-01' } }, { type: 'project' }],
      },
    ],
    [
      'lets the project wait',
      {
        type: 'in-order',
        items: [
          { type: 'course', courseId: 'shell' },
          { type: 'project', after: ['shell'] },
        ],
      },
    ],
    ['has another order', inOrder(['git', 'shell'])],
    ['has a place missing', inOrder([])],
  ])('stays as the author made it when it %s', (_, sequence) => {
    expect(followCourses(sequence, ['shell'], ['shell', 'git'])).toBe(sequence);
  });
});
