import type { View } from '../../api/client';
import { isId } from '../../app/in-address';
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
