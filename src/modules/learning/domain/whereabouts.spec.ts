import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { inOrder } from '../../catalog/domain/sequence.js';
import type { EditionOutline } from './edition-outline.js';
import { type LocatedLearner, stationsOf, whereaboutsOf } from './whereabouts.js';

const NOW = new Date('2026-09-30T09:00:00Z');
const DAY = 24 * 60 * 60 * 1000;

const course = (id: string, count: number) => ({
  id,
  title: id,
  language: 'en',
  attribution: null,
  activities: Array.from({ length: count }, (_, index) => ({
    id: `${id}${index}`,
    title: `${id}${index}`,
    kind: 'page' as const,
    minutes: 5,
    required: true,
  })),
});
const edition: EditionOutline = {
  editionId: '',
  microCredentialId: '',
  number: 1,
  title: '',
  courses: [course('a', 2), course('b', 2)],
  sequence: inOrder(['a', 'b']),
  project: { title: 'Brief', minutes: 60 },
};
const ALL = ['a0', 'a1', 'b0', 'b1'];

const learner = (completed: readonly string[], projectPassed = false, startedAt = new Date(0)) => ({
  known: {
    activities: new Map(completed.map((id) => [id, { share: 1, completedAt: new Date(0), waived: false }])),
    courses: new Map<string, Date>(),
  },
  projectPassed,
  startedAt,
});
const located = (completed: readonly string[], days: number): LocatedLearner => ({
  at: whereaboutsOf(edition, learner(completed), NOW),
  completed: new Set(completed),
  lastAt: new Date(NOW.getTime() - days * DAY),
});

describe('where a learner is', () => {
  it('is at the first thing that is left to do', () => {
    expect(whereaboutsOf(edition, learner([]), NOW)).toEqual({ kind: 'activity', courseId: 'a', activityId: 'a0' });
    expect(whereaboutsOf(edition, learner(['a1']), NOW)).toMatchObject({ activityId: 'a0' });
    expect(whereaboutsOf(edition, learner(ALL), NOW)).toEqual({ kind: 'project' });
    expect(whereaboutsOf(edition, learner(ALL, true), NOW)).toEqual({ kind: 'passed' });
    expect(whereaboutsOf(edition, learner([], false, new Date(NOW.getTime() + DAY)), NOW)).toEqual({ kind: 'waiting' });
  });
});

describe('everybody on the way', () => {
  it('is counted where they stand, with how long nothing happened', () => {
    const stations = stationsOf(edition, [located([], 1), located([], 4), located([], 9), located(['a0', 'a1'], 0)], NOW);
    expect(stations[0]).toMatchObject({ title: 'a0', completed: 1, learners: 3, medianDays: 4, longestDays: 9 });
    expect(stations[2]).toMatchObject({ title: 'b0', completed: 0, learners: 1, medianDays: 0 });
    expect(stations[3]).toMatchObject({ title: 'b1', learners: 0, medianDays: null, longestDays: null });
    expect(stationsOf(edition, [located([], 1), located([], 4)], NOW)[0]?.medianDays).toBe(2.5);
  });

  it('is counted once, and nobody is forgotten', () => {
    const anybody = fc.tuple(fc.subarray(ALL), fc.nat({ max: 50 })).map(([completed, days]) => located(completed, days));
    fc.assert(
      fc.property(fc.array(anybody, { maxLength: 20 }), (learners) => {
        const stations = stationsOf(edition, learners, NOW);
        expect(stations.reduce((sum, station) => sum + station.learners, 0)).toBe(learners.length);
      }),
    );
  });
});
