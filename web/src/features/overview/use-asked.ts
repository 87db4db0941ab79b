import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { monthsOfPeriod, USUAL_PERIOD } from './periods';
import { type Asked, zoneQuery } from './queries';
import type { OverviewSearch } from './searches';

/** What an address asks the server for; `null` until it is known where the institution's months begin. */
export function useAsked({ microCredentialId, offeringId, period = USUAL_PERIOD }: OverviewSearch): Asked | null {
  const zone = useQuery(zoneQuery);
  const [now] = useState(() => new Date());
  if (zone.isPending) return null;
  return {
    ...(microCredentialId ? { microCredentialId } : {}),
    ...(offeringId ? { offeringId } : {}),
    ...monthsOfPeriod(period, now, zone.data),
  };
}
