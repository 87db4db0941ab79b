/** Where in its time an offering is. */
export type OfferingRun = 'ahead' | 'running' | 'over';

interface Dates {
  startsAt: Date;
  endsAt: Date | null;
  cancelledAt: Date | null;
}

export function offeringRun({ startsAt, endsAt, cancelledAt }: Dates, now: Date): OfferingRun {
  if (cancelledAt !== null || (endsAt !== null && endsAt <= now)) return 'over';
  return startsAt > now ? 'ahead' : 'running';
}
