/** Who is grading an attempt right now. Without a heartbeat it ends by itself, so nobody has to free what a closed laptop holds. */
export interface Lease {
  holderId: string;
  claimedAt: Date;
  expiresAt: Date;
}

export const LEASE_SECONDS = 15 * 60;

export type LeaseState = 'free' | 'mine' | 'held' | 'lapsed';

/** As `personId` sees it. `lapsed`: somebody else's, over, free to take. One's own is `mine` even when over, as nobody has taken it. */
export function leaseState(lease: Lease | null, personId: string, now: Date): LeaseState {
  if (lease === null) return 'free';
  if (lease.holderId === personId) return 'mine';
  return now < lease.expiresAt ? 'held' : 'lapsed';
}

export type Claim =
  /** `takenFrom`: whose lapsed lease it was. */
  | { claimed: true; lease: Lease; takenFrom: string | null }
  | { claimed: false; reason: { key: 'held_by_other'; holderId: string; until: Date } };

/** Claims an attempt, or renews one's own claim. */
export function claim(lease: Lease | null, personId: string, now: Date): Claim {
  const fresh = { holderId: personId, claimedAt: now, expiresAt: later(now) };
  if (lease === null) return { claimed: true, lease: fresh, takenFrom: null };
  switch (leaseState(lease, personId, now)) {
    case 'mine':
      return { claimed: true, lease: extended(lease, now), takenFrom: null };
    case 'held':
      return { claimed: false, reason: { key: 'held_by_other', holderId: lease.holderId, until: lease.expiresAt } };
    default:
      return { claimed: true, lease: fresh, takenFrom: lease.holderId };
  }
}

export type Heartbeat =
  | { kept: true; lease: Lease }
  /** `takenBy`: who grades it now; `null` when it was handed back. Drafts stay where they are. */
  | { kept: false; reason: { key: 'lease_lost'; takenBy: string | null } };

/** Extends one's own lease, even one that has just lapsed; it never claims what another holds. */
export function heartbeat(lease: Lease | null, personId: string, now: Date): Heartbeat {
  if (lease === null || lease.holderId !== personId) {
    return { kept: false, reason: { key: 'lease_lost', takenBy: lease?.holderId ?? null } };
  }
  return { kept: true, lease: extended(lease, now) };
}

function extended(lease: Lease, now: Date): Lease {
  // Two requests may arrive out of order: the later end stands.
  const expiresAt = later(now) > lease.expiresAt ? later(now) : lease.expiresAt;
  return { ...lease, expiresAt };
}

function later(now: Date): Date {
  return new Date(now.getTime() + LEASE_SECONDS * 1000);
}
