import { reaches, type RubricScoring } from './rubric-scoring.js';

/** `returned` is not a failure: the learner changes the work and hands it in again. */
export type Verdict = 'passed' | 'returned' | 'failed';

export type VerdictRefusal =
  | { key: 'criteria_missing'; criterionIds: string[] }
  | { key: 'ratings_unknown'; criterionIds: string[] }
  | { key: 'points_below_pass'; points: number; passPoints: number }
  | { key: 'criteria_below_must_pass'; criterionIds: string[] }
  | { key: 'rubric_passes' }
  | { key: 'feedback_missing' }
  | { key: 'no_attempts_left' };

export interface GradedResult {
  /** By the rubric alone. */
  rubricPoints: number;
  /** What lateness takes away. */
  penaltyPoints: number;
  /** What counts. */
  points: number;
  maxPoints: number;
  passes: boolean;
}

/**
 * The points that count. `penaltyPercent` (0–100) is what was decided when the work was submitted. It lowers the total only:
 * a criterion that must be reached judges the work, not the day.
 */
export function gradedResult(scoring: RubricScoring, penaltyPercent: number): GradedResult {
  const points = tidy(scoring.points * (1 - penaltyPercent / 100));
  return {
    rubricPoints: scoring.points,
    penaltyPoints: tidy(scoring.points - points),
    points,
    maxPoints: scoring.maxPoints,
    passes: scoring.passes && reaches(points, scoring.passPoints),
  };
}

export interface VerdictCase {
  scoring: RubricScoring;
  penaltyPercent: number;
  /** What the learner will read. */
  feedback: string;
  /** Attempts the learner has after this one; `null`: as many as are returned. */
  attemptsLeft: number | null;
}

/**
 * Why each verdict may not be given; an empty list means that it may. The rubric decides between passing and not, so that
 * nobody fails work whose published criteria are met: an assessor who thinks otherwise changes a rating, where all can see it.
 */
export function verdictRefusals({
  scoring,
  penaltyPercent,
  feedback,
  attemptsLeft,
}: VerdictCase): Record<Verdict, VerdictRefusal[]> {
  const unfinished = unfinishedRefusals(scoring);
  const result = gradedResult(scoring, penaltyPercent);
  const notPassing: VerdictRefusal[] = result.passes ? [{ key: 'rubric_passes' }] : [];
  const silent: VerdictRefusal[] = feedback.trim() === '' ? [{ key: 'feedback_missing' }] : [];
  const spent: VerdictRefusal[] = attemptsLeft !== null && attemptsLeft <= 0 ? [{ key: 'no_attempts_left' }] : [];
  return {
    passed: [...unfinished, ...belowPass(scoring, result)],
    returned: [...unfinished, ...notPassing, ...silent, ...spent],
    failed: [...unfinished, ...notPassing, ...silent],
  };
}

function unfinishedRefusals({ missing, unknown, complete }: RubricScoring): VerdictRefusal[] {
  const refusals: VerdictRefusal[] = [];
  if (unknown.length > 0) refusals.push({ key: 'ratings_unknown', criterionIds: unknown });
  if (missing.length > 0 || (!complete && unknown.length === 0))
    refusals.push({ key: 'criteria_missing', criterionIds: missing });
  return refusals;
}

function belowPass({ failedMustPass, passPoints }: RubricScoring, { points }: GradedResult): VerdictRefusal[] {
  const refusals: VerdictRefusal[] = [];
  if (!reaches(points, passPoints)) refusals.push({ key: 'points_below_pass', points, passPoints });
  if (failedMustPass.length > 0) refusals.push({ key: 'criteria_below_must_pass', criterionIds: failedMustPass });
  return refusals;
}

export type CorrectionRefusal = { key: 'reason_missing' } | { key: 'nothing_changed' } | { key: 'own_verdict_appealed' };

export interface VerdictCorrection {
  /** Why, for the history and for the learner. */
  reason: string;
  /** Whether verdict, ratings or feedback differ from what stands. */
  changesSomething: boolean;
  /** Who gave the verdict that stands. */
  markerId: string;
  correctorId: string;
  /** The correction answers an appeal, which somebody else must decide. */
  answersAppeal: boolean;
}

/**
 * Why a released verdict may not be corrected; an empty list means that it may. The verdict before it stays in the history,
 * and a credential earned by it stays earned until the institution revokes it on purpose.
 */
export function correctionRefusals(correction: VerdictCorrection): CorrectionRefusal[] {
  const refusals: CorrectionRefusal[] = [];
  if (correction.reason.trim() === '') refusals.push({ key: 'reason_missing' });
  if (!correction.changesSomething) refusals.push({ key: 'nothing_changed' });
  if (correction.answersAppeal && correction.correctorId === correction.markerId) {
    refusals.push({ key: 'own_verdict_appealed' });
  }
  return refusals;
}

/** 7 less 30 % is 4.9, not 4.8999999999999995. Finer than any rating, so that nothing passes or fails by rounding. */
function tidy(points: number): number {
  return Math.round(points * 1e6) / 1e6;
}
