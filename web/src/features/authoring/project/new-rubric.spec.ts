import type { Rubric } from '../types';
import { copyOfCriterion, mostPoints, nextCriterion } from './new-rubric';

let last = 0;
const newId = () => `id${(last += 1)}`;
const WORDS = [
  { title: 'Missing', points: 0 },
  { title: 'There', points: 0.7 },
];
const none: Rubric = { criteria: [], passPoints: 0 };

describe('a criterion', () => {
  it('begins with the usual ratings, and then with those of the one before', () => {
    const first = nextCriterion(none, WORDS, newId);
    expect(first.ratings.map(({ title, points }) => [title, points])).toEqual([
      ['Missing', 0],
      ['There', 0.7],
    ]);
    const renamed = {
      ...first,
      ratings: first.ratings.map((rating) => ({ ...rating, title: 'Seen', description: 'Only here.' })),
    };
    const second = nextCriterion({ ...none, criteria: [renamed] }, WORDS, newId);
    expect(second.ratings.map(({ title, description }) => title + description)).toEqual(['Seen', 'Seen']);
    expect(second.ratings.map(({ id }) => id)).not.toEqual(renamed.ratings.map(({ id }) => id));
  });

  it('shares no id with its copy', () => {
    const one = nextCriterion(none, WORDS, newId);
    const copy = copyOfCriterion(one, newId);
    const ids = [one.id, copy.id, ...one.ratings.map(({ id }) => id), ...copy.ratings.map(({ id }) => id)];
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('the most points', () => {
  it('are the sum of the best ratings, without the dust of fractions', () => {
    const with0point1 = nextCriterion(none, [{ title: 'There', points: 0.1 }], newId);
    expect(mostPoints({ ...none, criteria: [nextCriterion(none, WORDS, newId), with0point1] })).toBe(0.8);
    expect(mostPoints(none)).toBe(0);
  });
});
