/** Days without a sign of life after which an active learner counts as idle, and no longer as active. */
export const IDLE_DAYS = 14;
/** Days before a deadline from which on unfinished work is at risk. */
export const DUE_DAYS = 3;

const DAY = 24 * 60 * 60 * 1_000;

export interface LearnerSigns {
  startedAt: Date | null;
  /** The last fact told, place kept or draft saved, whichever came last. */
  lastActiveAt: Date | null;
  projectDueAt: Date | null;
  /** Something is handed in that was not given back: the next step is the assessor’s. */
  isHandedIn: boolean;
}

/** `due`: the deadline is near or over, and nothing is handed in. `idle`: nothing was heard of them for `IDLE_DAYS`. */
export type Risk = 'due' | 'idle';

export interface RiskMoments {
  /** Who did something then or later is active. */
  activeSince: Date;
  /** Work that is due before then is at risk. */
  dueBefore: Date;
}

export function riskMoments(now: Date): RiskMoments {
  return { activeSince: new Date(now.getTime() - IDLE_DAYS * DAY), dueBefore: new Date(now.getTime() + DUE_DAYS * DAY) };
}

/** Why somebody should ask an active learner how it goes; `null` where nothing says so. `data/overview.sql.ts` asks the same of all at once. */
export function riskOf({ startedAt, lastActiveAt, projectDueAt, isHandedIn }: LearnerSigns, now: Date): Risk | null {
  const { activeSince, dueBefore } = riskMoments(now);
  if (isHandedIn) return null;
  if (projectDueAt && projectDueAt < dueBefore) return 'due';
  const begunLately = startedAt !== null && startedAt >= activeSince;
  const heardLately = lastActiveAt !== null && lastActiveAt >= activeSince;
  return begunLately || heardLately ? null : 'idle';
}
