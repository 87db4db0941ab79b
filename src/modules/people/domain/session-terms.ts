const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** A session ends after 14 days unused, and after 60 days in any case. */
export const IDLE_MS = 14 * DAY;
export const ABSOLUTE_MS = 60 * DAY;
/** `last_seen_at` is written at most once a minute, so that reading stays reading. */
export const SEEN_STEP_MS = MINUTE;
const FRESH_MS = 15 * MINUTE;

export function sessionEnd(openedAt: Date): Date {
  return new Date(openedAt.getTime() + ABSOLUTE_MS);
}

/** Sessions last seen before this are over. */
export function idleSince(now: Date): Date {
  return new Date(now.getTime() - IDLE_MS);
}

/** Opened so recently that the person need not prove themselves again. */
export function isFresh(openedAt: Date, now: Date): boolean {
  return now.getTime() - openedAt.getTime() <= FRESH_MS;
}
