/** What a platform is told of one person in one column (AGS 2.0 §3.4). */
export type Score = DecidedScore | PendingScore;

/** A grade. */
export interface DecidedScore {
  /** Points, 0 to `maximum`; platforms convert them to the scale of their column. */
  given: number;
  /** Above 0. */
  maximum: number;
  activity: 'InProgress' | 'Submitted' | 'Completed';
  /** What the learner was told by who decided. */
  comment: string | null;
  /** ISO 8601. */
  submittedAt: string | null;
}

/**
 * Work that nobody has decided on: handed in, or taken back before anybody looked at it. Some platforms wipe a grade on it, so it is never
 * told where a grade was.
 */
export interface PendingScore {
  given: null;
  maximum: null;
  activity: 'InProgress' | 'Submitted';
  comment: null;
  /** ISO 8601; `null`: it was taken back. */
  submittedAt: string | null;
}

/** How far what a column is told has come. */
export const SCORE_STANDINGS = ['decided', 'handed_in', 'taken_back'] as const;
export type ScoreStanding = (typeof SCORE_STANDINGS)[number];

const SAME = 1e-4;

export function standingOf({ given, submittedAt }: Score): ScoreStanding {
  if (given !== null) return 'decided';
  return submittedAt === null ? 'taken_back' : 'handed_in';
}

/** AGS 2.0 §3.4.6. */
export const GRADING = {
  decided: 'FullyGraded',
  handed_in: 'PendingManual',
  taken_back: 'NotReady',
} as const satisfies Record<ScoreStanding, string>;

/** Whether a platform shows it, on whatever scale; `null`: it shows no grade. */
export function showsAs({ given, maximum }: Score, shown: { given: number; maximum: number } | null): boolean {
  if (given === null || shown === null) return given === null && shown === null;
  return shown.maximum > 0 && Math.abs(given / maximum - shown.given / shown.maximum) < SAME;
}
