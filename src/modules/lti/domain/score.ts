/** What a platform's gradebook shows of one person in one column (AGS 2.0 §3.4); always a decided one, because some wipe a grade on anything less. */
export interface Score {
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

const SAME = 1e-4;

/** Whether a platform shows it, on whatever scale. */
export function showsAs(
  { given, maximum }: Pick<Score, 'given' | 'maximum'>,
  shown: { given: number; maximum: number },
): boolean {
  return shown.maximum > 0 && Math.abs(given / maximum - shown.given / shown.maximum) < SAME;
}
