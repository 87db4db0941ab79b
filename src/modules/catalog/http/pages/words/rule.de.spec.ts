import { describe, expect, it } from '@jest/globals';
import { requirementWords } from '../../../domain/requirement-words.js';
import type { Requirement } from '../../../domain/sequence.js';
import { ruleInGerman } from './rule.de.js';

const titles = {
  courses: new Map([
    ['a', 'Die Shell'],
    ['b', 'Karten'],
  ]),
  project: 'Daten',
};
const course = (courseId: string, more = {}): Requirement => ({ type: 'course', courseId, ...more });

describe('The rule of an edition in German', () => {
  it.each<[string, Requirement]>([
    [
      'Schließen Sie der Reihe nach ab: „Die Shell“, dann das Projekt „Daten“ (nach „Die Shell“, „Karten“).',
      { type: 'in-order', items: [course('a'), { type: 'project', after: ['a', 'b'] }] },
    ],
    ['Schließen Sie „Die Shell“ ab.', course('a')],
    [
      'Kern: Schließen Sie alles ab: 1 von 2 („Die Shell“, „Karten“), das Projekt „Daten“.',
      {
        type: 'all-of',
        title: 'Kern',
        items: [{ type: 'at-least', count: 1, items: [course('a'), course('b')] }, { type: 'project' }],
      },
    ],
    [
      'Erreichen Sie mindestens 3 Punkte: „Die Shell“ (1 Punkt), „Karten“ (öffnet 7 Tage nach Ihrem Beginn) (2 Punkte).',
      {
        type: 'points',
        points: 3,
        weights: { a: 1, b: 2 },
        items: [course('a'), course('b', { release: { type: 'days-after-start', days: 7 } })],
      },
    ],
    [
      'Schließen Sie „Die Shell“ (öffnet am 1. Februar 2027) ab.',
      course('a', { release: { type: 'fixed', at: '2027-02-01T00:00:00.000Z' } }),
    ],
  ])('%s', (sentence, requirement) => {
    expect(ruleInGerman(requirementWords(requirement, titles))).toBe(sentence);
  });
});
