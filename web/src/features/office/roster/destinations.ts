import { offeringState } from '../offering-state';
import type { Offering } from '../queries';

type Choice = Pick<Offering, 'id' | 'editionId' | 'title' | 'cancelledAt' | 'startsAt' | 'endsAt' | 'enrollFrom' | 'enrollUntil'>;

/** Offerings that go on, and where it is known from where one goes, those of the same edition alone. */
export function destinations<One extends Choice>(offerings: readonly One[], from: string | undefined, now: Date): One[] {
  const home = offerings.find(({ id }) => id === from);
  return offerings.filter((one) => {
    const state = offeringState(one, now);
    if (state === 'cancelled' || state === 'over' || one.id === from) return false;
    return home === undefined || one.editionId === home.editionId;
  });
}
