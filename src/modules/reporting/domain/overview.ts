import type { EnrollmentState } from '../../enrollment/domain/enrollment-state.js';
import type { LearnerSigns, Risk } from './learner-risk.js';

export type { EnrollmentState };

/** What is counted when it happened: by month. */
export const MOMENT_GROUPS = ['enrolled', 'submitted', 'passed', 'issued'] as const;
export type MomentGroup = (typeof MOMENT_GROUPS)[number];

/** What is counted as it is now, whatever the time asked for. */
export const STANDING_GROUPS = ['active', 'at-risk'] as const;
export type StandingGroup = (typeof STANDING_GROUPS)[number];

export type LearnerGroup = MomentGroup | StandingGroup;

export interface OverviewFilter {
  microCredentialId?: string | undefined;
  offeringId?: string | undefined;
  /** First month and last, both included, as `2026-03`, in the institution’s time zone. */
  from?: string | undefined;
  until?: string | undefined;
}

export type MomentCounts = Record<MomentGroup, number>;

export interface OfferingStanding {
  offeringId: string;
  title: string;
  microCredential: string;
  startsAt: Date;
  cancelled: boolean;
  active: number;
  atRisk: number;
}

export interface MonthCounts extends MomentCounts {
  offeringId: string;
  /** `2026-03` */
  month: string;
}

/** A learner of a group, with what their risk is judged by. */
export interface GroupedLearner extends LearnerSigns {
  enrollmentId: string;
  personId: string;
  /** Empty when the person is no longer known to the institution. */
  name: string;
  email: string | null;
  offeringId: string;
  offering: string;
  state: EnrollmentState;
  createdAt: Date;
}

export type JudgedLearner = GroupedLearner & { risk: Risk | null };

export const NOTHING: MomentCounts = { enrolled: 0, submitted: 0, passed: 0, issued: 0 };

/** The sum of some rows, whatever they are of. */
export function sumOf(rows: readonly MomentCounts[]): MomentCounts {
  return rows.reduce<MomentCounts>(
    (sum, row) => ({
      enrolled: sum.enrolled + row.enrolled,
      submitted: sum.submitted + row.submitted,
      passed: sum.passed + row.passed,
      issued: sum.issued + row.issued,
    }),
    NOTHING,
  );
}

/** Every month from the first to the last that has something, those between with nothing: a chart must not close a gap. */
export function monthsOf(rows: readonly MonthCounts[]): (MomentCounts & { month: string })[] {
  const known = [...new Set(rows.map(({ month }) => month))].toSorted();
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined) return [];
  const months = [first];
  for (let month = first; month !== last; months.push(month)) month = monthAfter(month);
  return months.map((month) => ({ month, ...sumOf(rows.filter((row) => row.month === month)) }));
}

/** `2026-12` → `2027-01` */
export function monthAfter(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const next = number === 12 ? [year + 1, 1] : [year, number + 1];
  return `${String(next[0]).padStart(4, '0')}-${String(next[1]).padStart(2, '0')}`;
}
