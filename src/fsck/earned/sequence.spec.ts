import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Requirement } from '../../modules/catalog/domain/sequence.js';
import { requirementProgress } from '../../modules/learning/domain/requirement-progress.js';
import { satisfies, type SequenceItem } from './sequence.js';

const course = (courseId: string): SequenceItem => ({ type: 'course', courseId });
const project: SequenceItem = { type: 'project' };
const done = (...courses: string[]) => new Set(courses);

describe('A sequence', () => {
  it('in order asks for every course, and leaves the project to the assessor', () => {
    const sequence: SequenceItem = { type: 'in-order', items: [course('sql'), course('git'), project] };
    expect(satisfies(sequence, done('sql'))).toBe(false);
    expect(satisfies(sequence, done('sql', 'git'))).toBe(true);
  });

  it('asks for as many of its items as it says', () => {
    const sequence: SequenceItem = { type: 'at-least', count: 2, items: [course('a'), course('b'), course('c')] };
    expect(satisfies(sequence, done('a'))).toBe(false);
    expect(satisfies(sequence, done('a', 'c'))).toBe(true);
  });

  it('asks for points, which courses have by their weights', () => {
    const weights = { a: 0.1, b: 0.2 };
    const sequence: SequenceItem = { type: 'points', points: 0.3, weights, items: [course('a'), course('b'), course('c')] };
    expect(satisfies(sequence, done('a', 'c'))).toBe(false);
    expect(satisfies(sequence, done('a', 'b'))).toBe(true);
  });

  it('of nothing but the project asks for nothing', () => {
    expect(satisfies({ type: 'in-order', items: [project] }, done())).toBeNull();
  });

  it('with something in it that is unknown here is not guessed about', () => {
    expect(() => satisfies({ type: 'any-of', items: [course('a')] }, done())).toThrow('any-of');
  });

  it('is satisfied for the auditor exactly when it is for the learner', () => {
    fc.assert(
      fc.property(tree, fc.uniqueArray(fc.constantFrom(...COURSES)), (sequence, completed) => {
        const states = COURSES.map((courseId) => {
          const completedAt = completed.includes(courseId) ? new Date(0) : null;
          return [
            courseId,
            {
              courseId,
              share: completedAt ? 1 : 0,
              completed: completedAt !== null,
              completedAt,
              minutesDone: 0,
              minutesTotal: 1,
            },
          ] as const;
        });
        const progress = requirementProgress(sequence as Requirement, new Map(states));
        expect(satisfies(sequence, new Set(completed))).toBe(progress === null ? null : progress.satisfiedAt !== null);
      }),
      { numRuns: 500 },
    );
  });
});

const COURSES = ['a', 'b', 'c', 'd'];

/** Sequences as publishing lets them pass: what is counted can be reached. */
const { tree } = fc.letrec<{ tree: SequenceItem; leaf: SequenceItem; group: SequenceItem }>((tie) => ({
  tree: fc.oneof({ maxDepth: 4 }, tie('leaf'), tie('group')),
  leaf: fc.oneof(fc.constantFrom(...COURSES).map(course), fc.constant(project)),
  group: fc
    .record({
      type: fc.constantFrom('in-order', 'all-of', 'at-least', 'points'),
      items: fc.array(tie('tree'), { minLength: 1, maxLength: 4 }),
      share: fc.integer({ min: 1, max: 4 }),
    })
    .map(({ type, items, share }) => grouped(type, items, share)),
}));

function grouped(type: string, items: SequenceItem[], share: number): SequenceItem {
  if (type === 'at-least') {
    // The project may only stand where everything is needed.
    const count = items.some((item) => satisfies(item, new Set()) === null) ? items.length : Math.min(share, items.length);
    return { type, items, count };
  }
  if (type === 'points') return { type, items, points: share, weights: { a: 1, b: 2, c: 0.5 } };
  return { type, items };
}
