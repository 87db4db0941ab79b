import type { View } from '../../api/client';

export type Verdict = View<'VerdictView'>['verdict'];

export interface Judgement {
  /** What counts: the ratings so far, less what lateness takes. */
  points: number;
  penaltyPoints: number;
  maxPoints: number;
  passPoints: number;
  /** Criteria without a rating. */
  missing: number;
  /** Titles of rated criteria below what they must reach by themselves. */
  belowMustPass: string[];
  passes: boolean;
  /** Only the feedback is missing for a verdict that does not pass. */
  needsFeedback: boolean;
  /** What may be given now, the one that is suggested first. */
  allowed: Verdict[];
}

export interface JudgedCase {
  rubric: View<'RubricView'>;
  /** Criterion id → rating id; empty while it is not rated. */
  ratings: Readonly<Record<string, string>>;
  /** 0–100, as decided when the work was handed in. */
  penaltyPercent: number;
  feedback: string;
  /** null: without a limit. */
  attemptsLeft: number | null;
}

/** What the rubric says so far, as the server will: it decides again when the verdict is given. */
export function judge({ rubric, ratings, penaltyPercent, feedback, attemptsLeft }: JudgedCase): Judgement {
  const rated = rubric.criteria.map((criterion) => ({
    criterion,
    points: criterion.ratings.find(({ id }) => id === ratings[criterion.id])?.points ?? null,
  }));
  const rubricPoints = sum(rated.map(({ points }) => points ?? 0));
  const points = tidy(rubricPoints * (1 - penaltyPercent / 100));
  const missing = rated.filter(({ points: own }) => own === null).length;
  const belowMustPass = rated
    .filter(
      ({ criterion: { mustPassPoints }, points: own }) =>
        own !== null && mustPassPoints !== null && !reaches(own, mustPassPoints),
    )
    .map(({ criterion }) => criterion.title);
  const isComplete = missing === 0 && rated.length > 0;
  const passes = isComplete && belowMustPass.length === 0 && reaches(points, rubric.passPoints);
  const needsFeedback = isComplete && !passes && feedback.trim() === '';
  const notPassing: Verdict[] = attemptsLeft === 0 ? ['failed'] : ['returned', 'failed'];
  return {
    points,
    penaltyPoints: tidy(rubricPoints - points),
    maxPoints: sum(rubric.criteria.map((criterion) => Math.max(0, ...criterion.ratings.map((rating) => rating.points)))),
    passPoints: rubric.passPoints,
    missing,
    belowMustPass,
    passes,
    needsFeedback,
    allowed: !isComplete || needsFeedback ? [] : passes ? ['passed'] : notPassing,
  };
}

/** The slack forgives sums such as 0.7 + 0.1, which fall just short of 0.8. */
function reaches(points: number, needed: number): boolean {
  return points >= needed - 1e-9;
}

function tidy(points: number): number {
  return Math.round(points * 1e6) / 1e6;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
