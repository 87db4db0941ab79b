const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** A session ends after 14 days unused, and after 60 days in any case. */
export const IDLE_MS = 14 * DAY;
export const ABSOLUTE_MS = 60 * DAY;
/** One that an LMS vouched for: a working day. Who still works is let in again by its next link. */
const BY_LMS_MS = 12 * 60 * MINUTE;
/** `last_seen_at` is written at most once a minute, so that reading stays reading. */
export const SEEN_STEP_MS = MINUTE;
const FRESH_MS = 15 * MINUTE;

export function sessionEnd(openedAt: Date, isByLms = false): Date {
  return new Date(openedAt.getTime() + (isByLms ? BY_LMS_MS : ABSOLUTE_MS));
}

/** Sessions last seen before this are over. */
export function idleSince(now: Date): Date {
  return new Date(now.getTime() - IDLE_MS);
}

/** Opened so recently that the person need not prove themselves again. */
export function isFresh(openedAt: Date, now: Date): boolean {
  return now.getTime() - openedAt.getTime() <= FRESH_MS;
}
