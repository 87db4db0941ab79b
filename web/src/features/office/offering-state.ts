import type { Offering } from './queries';

export type OfferingState = 'cancelled' | 'over' | 'running' | 'planned' | 'open';
type Dates = Pick<Offering, 'cancelledAt' | 'startsAt' | 'endsAt' | 'enrollFrom' | 'enrollUntil'>;

/** The one word that says most about an offering at a time. */
export function offeringState({ cancelledAt, startsAt, endsAt, enrollFrom, enrollUntil }: Dates, now: Date): OfferingState {
  const past = (iso: string | null) => iso !== null && new Date(iso) <= now;
  if (cancelledAt !== null) return 'cancelled';
  if (past(endsAt)) return 'over';
  if (past(enrollFrom) && !past(enrollUntil)) return 'open';
  return past(startsAt) ? 'running' : 'planned';
}
