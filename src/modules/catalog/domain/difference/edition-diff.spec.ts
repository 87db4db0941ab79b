import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { Activity } from '../activity.js';
import type { Criterion, Project, SubmissionRules } from '../project.js';
import { newDraft } from '../new-draft.js';
import type { PublishingCandidate } from '../publishing-checks.js';
import { inOrder } from '../sequence.js';
import { applyDiff, editionDiff, isSame } from './edition-diff.js';

const word = fc.constantFrom('Ask', 'Count', 'Tell');

const activity = (id: string): fc.Arbitrary<Activity> =>
  fc.record({
    id: fc.constant(id),
    title: word,
    minutes: fc.integer({ min: 0, max: 3 }),
    required: fc.boolean(),
    body: fc.record({
      kind: fc.constant('page' as const),
      markdown: word,
      assets: fc.constant({}),
      objectives: fc.array(word, { maxLength: 1 }),
    }),
  });
const course = (id: string) =>
  fc.shuffledSubarray(['a', 'b', 'c', 'd']).chain((ids) =>
    fc.record({
      id: fc.constant(id),
      title: word,
      summary: word,
      language: fc.constant('en'),
      attribution: fc.constant(null),
      activities: fc.tuple(...ids.map((own) => activity(`${id}${own}`))),
    }),
  );
const criterion = (id: string): fc.Arbitrary<Criterion> =>
  fc.record({
    id: fc.constant(id),
    title: word,
    description: word,
    mustPassPoints: fc.constantFrom(null, 1),
    ratings: fc.constant([]),
  });
const project: fc.Arbitrary<Project> = fc.record({
  title: word,
  brief: word,
  minutes: fc.integer({ min: 0, max: 3 }),
  accepts: fc.constant<SubmissionRules>({
    text: true,
    links: false,
    files: false,
    mediaTypes: [],
    maxFiles: 0,
    maxBytesPerFile: 0,
  }),
  attemptLimit: fc.constantFrom(null, 2),
});
const candidate: fc.Arbitrary<PublishingCandidate> = fc.shuffledSubarray(['1', '2', '3', '4']).chain((ids) =>
  fc
    .record({
      title: word,
      outcomes: fc.array(word, { maxLength: 2 }),
      courses: fc.tuple(...ids.map(course)),
      project: fc.option(project),
      rubric: fc.option(
        fc
          .shuffledSubarray(['x', 'y', 'z'])
          .chain((own) => fc.record({ criteria: fc.tuple(...own.map(criterion)), passPoints: fc.integer({ min: 0, max: 3 }) })),
      ),
    })
    .map((parts) => {
      const { courseIds: _, ...described } = newDraft('', 'en');
      return { ...described, ...parts, sequence: inOrder(ids) };
    }),
);

describe('the difference between two editions', () => {
  it('makes the later one from the earlier one', () => {
    fc.assert(
      fc.property(candidate, candidate, (before, after) => expect(applyDiff(before, editionDiff(before, after))).toEqual(after)),
    );
  });

  it('is none between an edition and itself, in whatever order its properties stand', () => {
    const turned = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(turned);
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([key, own]) => [key, turned(own)]),
      );
    };
    fc.assert(
      fc.property(candidate, (edition) =>
        expect(isSame(editionDiff(edition, turned(edition) as PublishingCandidate))).toBe(true),
      ),
    );
  });

  it('says as little as there is to say', () => {
    fc.assert(
      fc.property(candidate, fc.nat(), (edition, seed) => {
        fc.pre(edition.courses.length > 1);
        const from = seed % edition.courses.length;
        const others = edition.courses.filter((_, index) => index !== from);
        const moved = edition.courses[from];
        const { courses } = editionDiff(edition, { ...edition, courses: moved ? [...others, moved] : others });
        expect(courses.moved.length).toBeLessThanOrEqual(1);
        expect([courses.added, courses.removed, courses.changed]).toEqual([[], [], []]);
      }),
    );
  });
});
