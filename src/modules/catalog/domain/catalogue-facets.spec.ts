import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { type FacetChoice, type FacetedEntry, FACETS, facetsOf, isChosen } from './catalogue-facets.js';

const NOW = new Date('2026-09-01T09:00:00Z');
const DAY = 24 * 60 * 60 * 1000;
const inDays = (days: number) => new Date(NOW.getTime() + days * DAY);

const entry: fc.Arbitrary<FacetedEntry> = fc.record({
  skills: fc.subarray(['Charts', 'Maps', 'Writing']),
  level: fc.option(fc.constantFrom('4', '5', '10').map((value) => ({ framework: 'EQF' as const, value }))),
  language: fc.constantFrom('en', 'de'),
  hours: fc.integer({ min: 1, max: 200 }),
  starts: fc.array(fc.integer({ min: -10, max: 200 }).map(inDays), { maxLength: 2 }),
});
const choice: fc.Arbitrary<FacetChoice> = fc.record(
  {
    skill: fc.constantFrom('Charts', 'Sailing'),
    level: fc.constantFrom('EQF 5'),
    language: fc.constantFrom('en'),
    workload: fc.constantFrom('10-30', 'over-100'),
    start: fc.constantFrom('month', 'any'),
  },
  { requiredKeys: [] },
);

const one = (changes: Partial<FacetedEntry> = {}): FacetedEntry => ({
  skills: ['Charts'],
  level: { framework: 'EQF', value: '5' },
  language: 'en',
  hours: 25,
  starts: [inDays(-3)],
  ...changes,
});

describe('the facets of the catalogue', () => {
  it('count what choosing an option would leave', () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 12 }), choice, (entries, chosen) => {
        const facets = facetsOf(entries, chosen, NOW);
        for (const facet of FACETS) {
          for (const { value, count } of facets[facet]) {
            const left = entries.filter((each) => isChosen(each, { ...chosen, [facet]: value }, NOW));
            expect(left.length).toBe(count);
          }
        }
      }),
    );
  });

  it('offer nothing that would leave none, but what is chosen', () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 12 }), choice, (entries, chosen) => {
        const facets = facetsOf(entries, chosen, NOW);
        for (const facet of FACETS) {
          for (const { value, count } of facets[facet]) expect(count > 0 || chosen[facet] === value).toBe(true);
          if (chosen[facet] !== undefined) expect(facets[facet].map(({ value }) => value)).toContain(chosen[facet]);
        }
      }),
    );
  });

  it('stand in an order that one expects', () => {
    const level = (value: string) => one({ level: { framework: 'EQF', value } });
    const {
      level: levels,
      workload,
      start,
    } = facetsOf([level('10'), level('4'), one({ hours: 200 }), one({ hours: 10 })], {}, NOW);
    expect(levels.map(({ value }) => value)).toEqual(['EQF 4', 'EQF 5', 'EQF 10']);
    expect(workload).toEqual([
      { value: '10-30', count: 3 },
      { value: 'over-100', count: 1 },
    ]);
    expect(start.map(({ value }) => value)).toEqual(['month', 'quarter', 'any']);
  });

  it('know what begins when', () => {
    expect(isChosen(one({ starts: [inDays(60)] }), { start: 'month' }, NOW)).toBe(false);
    expect(isChosen(one({ starts: [inDays(60)] }), { start: 'quarter' }, NOW)).toBe(true);
    expect(isChosen(one({ starts: [] }), { start: 'any' }, NOW)).toBe(false);
  });
});
