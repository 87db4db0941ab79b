import type { Level } from './micro-credential.js';

/** What one can narrow the catalogue by. */
export const FACETS = ['skill', 'level', 'language', 'workload', 'start'] as const;
export type Facet = (typeof FACETS)[number];

/** Chosen options; a facet that is missing narrows nothing. */
export type FacetChoice = Partial<Readonly<Record<Facet, string>>>;

/** What of a published micro-credential facets look at. */
export interface FacetedEntry {
  skills: readonly string[];
  level: Level | null;
  language: string;
  hours: number;
  /** Of the offerings that one may enrol in now. */
  starts: readonly Date[];
}

export interface FacetOption {
  value: string;
  /** How many there are with everything else that is chosen. */
  count: number;
}

/** Hours up to and not including. */
const WORKLOADS = [
  { value: 'under-10', below: 10 },
  { value: '10-30', below: 30 },
  { value: '30-100', below: 100 },
  { value: 'over-100', below: Number.POSITIVE_INFINITY },
] as const;

export const WORKLOAD_OPTIONS = WORKLOADS.map(({ value }) => value);

const DAY = 24 * 60 * 60 * 1000;
/** Days from now; whoever wants to begin within a month takes what has begun already, too. */
const STARTS = [
  { value: 'month', days: 31 },
  { value: 'quarter', days: 92 },
  { value: 'any', days: Number.POSITIVE_INFINITY },
] as const;

export const START_OPTIONS = STARTS.map(({ value }) => value);

/** Only so many skills are offered; the search finds every one. */
const MOST_SKILLS = 12;

/** Whether an entry is among those that are chosen. */
export function isChosen(entry: FacetedEntry, choice: FacetChoice, now: Date): boolean {
  return FACETS.every((facet) => choice[facet] === undefined || valuesOf(entry, facet, now).includes(choice[facet]));
}

/**
 * The options of each facet with how many entries each would leave, in the order to offer them. What would leave none is not offered,
 * but for what is chosen already: one must be able to see it, and to take it back.
 */
export function facetsOf(entries: readonly FacetedEntry[], choice: FacetChoice, now: Date): Record<Facet, FacetOption[]> {
  const options = (facet: Facet): FacetOption[] => {
    const { [facet]: chosen, ...others } = choice;
    const counts = new Map<string, number>(chosen === undefined ? [] : [[chosen, 0]]);
    for (const entry of entries) {
      if (!isChosen(entry, others, now)) continue;
      for (const value of valuesOf(entry, facet, now)) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    return inOrder(
      facet,
      [...counts].map(([value, count]) => ({ value, count })),
      chosen,
    );
  };
  return {
    skill: options('skill'),
    level: options('level'),
    language: options('language'),
    workload: options('workload'),
    start: options('start'),
  };
}

function valuesOf({ skills, level, language, hours, starts }: FacetedEntry, facet: Facet, now: Date): string[] {
  switch (facet) {
    case 'skill':
      return [...new Set(skills)];
    case 'level':
      return level === null ? [] : [`${level.framework} ${level.value}`];
    case 'language':
      return [language];
    case 'workload':
      return WORKLOADS.filter(({ below }) => hours < below)
        .slice(0, 1)
        .map(({ value }) => value);
    case 'start':
      return STARTS.filter(({ days }) => starts.some((at) => at.getTime() - now.getTime() < days * DAY)).map(
        ({ value }) => value,
      );
  }
}

function inOrder(facet: Facet, options: FacetOption[], chosen: string | undefined): FacetOption[] {
  const fixed: readonly string[] = facet === 'workload' ? WORKLOADS.map(({ value }) => value) : STARTS.map(({ value }) => value);
  if (facet === 'workload' || facet === 'start') {
    return options
      .filter(({ value }) => fixed.includes(value))
      .toSorted((a, b) => fixed.indexOf(a.value) - fixed.indexOf(b.value));
  }
  if (facet !== 'skill') return options.toSorted((a, b) => a.value.localeCompare(b.value, 'en', { numeric: true }));
  const oftenFirst = options.toSorted((a, b) => b.count - a.count || a.value.localeCompare(b.value, 'en'));
  return oftenFirst.filter(({ value }, index) => index < MOST_SKILLS || value === chosen);
}
