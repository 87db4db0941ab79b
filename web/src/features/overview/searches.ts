import type { View } from '../../api/client';
import { type Period, PERIODS } from './periods';

// What the addresses of these screens may say. Whatever else stands there is left out.

export const GROUPS = ['enrolled', 'active', 'at-risk', 'submitted', 'passed', 'issued'] as const;
export type Group = (typeof GROUPS)[number];

/** Counted as it is now, whatever the time. */
export const STANDING: ReadonlySet<Group> = new Set<Group>(['active', 'at-risk']);

export interface OverviewSearch {
  microCredentialId?: string;
  offeringId?: string;
  period?: Period;
}

export type LearnersSearch = OverviewSearch & { group: Group };

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function readOverviewSearch({ microCredentialId, offeringId, period }: Record<string, unknown>): OverviewSearch {
  const known = PERIODS.find((one) => one === period);
  return {
    ...(isId(microCredentialId) && { microCredentialId }),
    ...(isId(offeringId) && { offeringId }),
    ...(known && { period: known }),
  };
}

export function readLearnersSearch(given: Record<string, unknown>): LearnersSearch {
  return { ...readOverviewSearch(given), group: GROUPS.find((one) => one === given['group']) ?? 'at-risk' };
}

/** The count of a group. */
export function countOf(counts: View<'OverviewCountsView'>, group: Group): number {
  return group === 'at-risk' ? counts.atRisk : counts[group];
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && UUID.test(value);
}
