import { describe, expect, it } from '@jest/globals';
import type { Requirement } from '../../catalog/domain/sequence.js';
import { knownFacts, type ProgressFact } from './progress-facts.js';
import { wayOf } from './way.js';
import { workLeft } from './work-left.js';

const STARTED = new Date('2026-03-02T08:00:00Z');
const at = { source: 'learner' as const, effectiveAt: STARTED, recordedAt: STARTED };
const course = (id: string) => ({
  id,
  title: id,
  language: 'en',
  attribution: null,
  activities: [
    { id: `${id}1`, title: `${id} page`, kind: 'page' as const, minutes: 20, required: true },
    { id: `${id}2`, title: `${id} extra`, kind: 'page' as const, minutes: 90, required: false },
    { id: `${id}3`, title: `${id} quiz`, kind: 'quiz' as const, minutes: 30, required: true },
  ],
});
const courses = ['a', 'b', 'c'].map(course);
const PROJECT: Requirement = { type: 'project' };
const take = (courseId: string, more: object = {}): Requirement => ({ type: 'course', courseId, ...more });

const left = (items: Requirement[], facts: ProgressFact[] = [], projectDone = false) => {
  const sequence: Requirement = { type: 'in-order', items };
  const edition = { courses, sequence, project: { title: 'Brief', minutes: 120 } };
  const known = { known: knownFacts(facts, STARTED), projectPassed: false, startedAt: STARTED };
  return workLeft(edition, { way: wayOf(edition, known, STARTED), startedAt: STARTED, projectDone, timeZone: 'Europe/Vienna' });
};
const titles = (work: ReturnType<typeof left>) => work.map(({ title, minutes }) => `${title} ${minutes}`);

describe('What is left to do', () => {
  it('is what is required and not completed, and then the project', () => {
    const facts: ProgressFact[] = [
      { kind: 'completed', activityId: 'a1', ...at },
      { kind: 'progressed', activityId: 'a3', value: 0.5, ...at },
    ];
    expect(titles(left([take('a'), take('b'), PROJECT], facts))).toEqual(['a quiz 15', 'b page 20', 'b quiz 30', 'Brief 120']);
  });

  it('is no project that was handed in', () => {
    expect(titles(left([take('a'), PROJECT], [], true))).toEqual(['a page 20', 'a quiz 30']);
  });

  it('is of a choice as much as is missing, and that which was begun', () => {
    const choice: Requirement = { type: 'at-least', count: 2, items: [take('a'), take('b'), take('c')] };
    const begun: ProgressFact[] = [{ kind: 'completed', activityId: 'c1', ...at }];
    expect(titles(left([choice, PROJECT], begun, true))).toEqual(['c quiz 30', 'a page 20', 'a quiz 30']);
  });

  it('is of points as many as are missing', () => {
    const points: Requirement = {
      type: 'points',
      points: 3,
      weights: { a: 1, b: 2, c: 2 },
      items: [take('a'), take('b'), take('c')],
    };
    expect(titles(left([points, PROJECT], [], true))).toEqual(['a page 20', 'a quiz 30', 'b page 20', 'b quiz 30']);
  });

  it('comes after what it needs, and opens on its day', () => {
    const release = { type: 'days-after-start', days: 7 };
    const all: Requirement = { type: 'all-of', items: [take('a', { after: ['b'] }), take('b', { release })] };
    const work = left([all, PROJECT], [], true);
    expect(titles(work)).toEqual(['b page 20', 'b quiz 30', 'a page 20', 'a quiz 30']);
    expect(work.map(({ notBefore }) => notBefore)).toEqual(['2026-03-09', '2026-03-09', '2026-03-02', '2026-03-02']);
  });
});
