/** What an offering does with work handed in late. */
export interface LatePolicy {
  /** Late by no more than this counts as on time. */
  graceMinutes: number;
  /** Percent of the points lost per day begun after the deadline. */
  penaltyPercentPerDay: number;
  /** Percent of the points that remain however late: no penalty goes beyond. */
  floorPercent: number;
  /** Days after the deadline when nothing is taken any more; `null`: never. */
  cutoffDays: number | null;
}

/** Decided when the work is submitted and stored with the attempt, so that a later change of the policy changes nothing. */
export interface Lateness {
  status: 'on-time' | 'late' | 'refused';
  /** Whole seconds after the deadline, within the grace too; 0 before it. */
  secondsLate: number;
  /** 0–100. 100 when refused. */
  penaltyPercent: number;
}

const MINUTE = 60 * 1000;
const DAY = 24 * 60 * MINUTE;

/** `dueAt` `null`: there is no deadline. */
export function lateness(dueAt: Date | null, policy: LatePolicy, submittedAt: Date): Lateness {
  const late = dueAt === null ? 0 : Math.max(0, submittedAt.getTime() - dueAt.getTime());
  const secondsLate = Math.ceil(late / 1000);
  if (late <= policy.graceMinutes * MINUTE) return { status: 'on-time', secondsLate, penaltyPercent: 0 };
  if (policy.cutoffDays !== null && late > policy.cutoffDays * DAY) {
    return { status: 'refused', secondsLate, penaltyPercent: 100 };
  }
  const daysBegun = Math.ceil(late / DAY);
  return { status: 'late', secondsLate, penaltyPercent: penalty(policy, daysBegun) };
}

function penalty({ penaltyPercentPerDay, floorPercent }: LatePolicy, days: number): number {
  const atMost = Math.min(100, Math.max(0, 100 - floorPercent));
  return Math.min(atMost, Math.max(0, penaltyPercentPerDay * days));
}
