import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { Activity } from '../activity.js';
import { newDraft } from '../new-draft.js';
import type { PublishingCandidate } from '../publishing-checks.js';
import { inOrder, type Requirement } from '../sequence.js';
import { compareSequences, overall, ruleChanges } from './rule-changes.js';

const IDS = ['a', 'b', 'c', 'd'];
const leaf = (courseId: string): Requirement => ({ type: 'course', courseId });
const tree: fc.Arbitrary<Requirement> = fc.shuffledSubarray(IDS, { minLength: 1 }).chain((ids) =>
  fc.oneof(
    fc.constantFrom('in-order' as const, 'all-of' as const).map((type): Requirement => ({ type, items: ids.map(leaf) })),
    fc.integer({ min: 1, max: ids.length }).map((count): Requirement => ({ type: 'at-least', count, items: ids.map(leaf) })),
    fc.integer({ min: 1, max: ids.length * 2 }).map((points): Requirement => ({
      type: 'points',
      points,
      weights: Object.fromEntries(ids.map((id) => [id, 2])),
      items: ids.map(leaf),
    })),
  ),
);
const OPPOSITE = { stricter: 'looser', looser: 'stricter', other: 'other', same: 'same' } as const;

const page = (id: string, required = true): Activity => ({
  id,
  title: id,
  minutes: 5,
  required,
  body: { kind: 'page', markdown: '', assets: {}, objectives: [] },
});
function edition(activities: Activity[], more: Partial<PublishingCandidate> = {}): PublishingCandidate {
  const { courseIds: _, ...described } = newDraft('', 'en');
  const course = { id: 'a', title: 'a', summary: '', language: 'en', attribution: null, activities };
  return { ...described, courses: [course], sequence: inOrder(['a']), ...more };
}
const quiz = (passMark: number, attemptLimit: number | null): Activity => ({
  ...page('quiz'),
  body: {
    kind: 'quiz',
    quiz: {
      introduction: '',
      passMark,
      attemptLimit,
      timeLimitSeconds: null,
      shuffleQuestions: false,
      reveal: 'never',
      pools: [],
    },
  },
});

describe('comparing two rules over courses', () => {
  it('says the opposite the other way round', () => {
    fc.assert(
      fc.property(tree, tree, (one, other) =>
        expect(compareSequences(other, one, IDS)).toBe(OPPOSITE[compareSequences(one, other, IDS)]),
      ),
    );
  });

  it('finds that more is more, and that order alone asks for nothing else', () => {
    const some = (count: number): Requirement => ({ type: 'at-least', count, items: IDS.map(leaf) });
    expect(compareSequences(some(2), some(3), IDS)).toBe('stricter');
    expect(compareSequences(some(4), { type: 'all-of', items: IDS.map(leaf) }, IDS)).toBe('same');
    expect(compareSequences(leaf('a'), leaf('b'), IDS)).toBe('other');
  });
});

describe('what changed in the rules', () => {
  const keys = (before: PublishingCandidate, after: PublishingCandidate) =>
    ruleChanges(before, after).map(({ key, strictness, title }) => [key, strictness, title]);

  it('is told with what it is about', () => {
    expect(keys(edition([page('one', false)]), edition([page('one'), page('two')]))).toEqual([
      ['required', 'stricter', 'two'],
      ['required', 'stricter', 'one'],
    ]);
    expect(keys(edition([quiz(0.6, 3)]), edition([quiz(0.8, null)]))).toEqual([
      ['pass_mark', 'stricter', 'quiz'],
      ['quiz_attempts', 'looser', 'quiz'],
    ]);
    const allOf: Requirement = { type: 'all-of', items: [leaf('a'), { type: 'project' }] };
    expect(keys(edition([]), edition([], { sequence: allOf }))).toEqual([['order', 'other', null]]);
  });

  it('is stricter or looser as a whole where all of it is', () => {
    expect(overall([])).toBeNull();
    expect(overall(ruleChanges(edition([quiz(0.6, 3)]), edition([quiz(0.8, 2)])))).toBe('stricter');
    expect(overall(ruleChanges(edition([quiz(0.6, 3)]), edition([quiz(0.8, 4)])))).toBe('other');
  });
});
