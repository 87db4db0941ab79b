const MINUTE = 60_000;

// A lease lasts 15 minutes: renewed this often, it outlives a lost request or two.
const EVERY_MS = 4 * MINUTE;

/** Whether to tell the server that the assessor is still at it: seldom, and only if something was done since. All in milliseconds. */
export function renewalIsDue({ now, renewedAt, activeAt }: { now: number; renewedAt: number; activeAt: number }): boolean {
  return now - renewedAt >= EVERY_MS && activeAt > renewedAt;
}
