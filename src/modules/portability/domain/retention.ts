const DAY_MS = 86_400_000;

interface Terms {
  /** Days, as long as the institution chose nothing. */
  readonly usual: number;
  /** Fewer would take away what somebody is still at. */
  readonly least: number;
}

/** What is kept for a time and no longer, and for how long. Time counts from when nobody needs it any more: each `RETAINED` row says when. */
export const RETENTION = {
  /** Drafts that were never handed in, of places that have ended: since they were last written in. */
  drafts: { usual: 365, least: 30 },
  /** Files that stand in no draft and no submission: since they were uploaded. */
  uploads: { usual: 30, least: 7 },
  /** Since they were told. */
  notices: { usual: 180, least: 7 },
  /** Since they were written. */
  letters: { usual: 365, least: 7 },
  /** Since they ended. */
  sessions: { usual: 30, least: 1 },
  /** Since they were accepted, taken back or ran out. */
  invitations: { usual: 90, least: 1 },
} as const satisfies Record<string, Terms>;

export type Retained = keyof typeof RETENTION;
export const RETAINED = Object.keys(RETENTION) as Retained[];
export const MOST_DAYS = 3_650;

/** `null`: for ever. */
export type RetentionDays = Record<Retained, number | null>;

/** What was chosen, and the usual where nothing was. */
export function settled(chosen: Partial<RetentionDays>): RetentionDays {
  const days = (kind: Retained) => (chosen[kind] === undefined ? RETENTION[kind].usual : chosen[kind]);
  return Object.fromEntries(RETAINED.map((kind) => [kind, days(kind)])) as RetentionDays;
}

/** What is older goes; `null`: nothing does. */
export function limitOf(days: number | null, now: Date): Date | null {
  return days === null ? null : new Date(now.getTime() - days * DAY_MS);
}
