import type { Criterion, Rating, Rubric } from '../../catalog/domain/project.js';

/** Criterion id → rating id, as one marker chose them. */
export type Ratings = Readonly<Record<string, string>>;

type Rule = Pick<Criterion, 'id' | 'mustPassPoints'> & { ratings: readonly Pick<Rating, 'id' | 'points'>[] };

/** What of a rubric decides; its words do not. */
type RubricRule = Pick<Rubric, 'passPoints'> & { criteria: readonly Rule[] };

export interface RubricScoring {
  /** Every criterion has one of its own ratings, and nothing else was sent. */
  complete: boolean;
  /** Criteria without a rating, in the rubric's order. */
  missing: string[];
  /** Criterion ids for which something was sent that the rubric does not know. */
  unknown: string[];
  /** The sum of the ratings so far. */
  points: number;
  maxPoints: number;
  passPoints: number;
  /** Rated criteria below their own must-pass points. */
  failedMustPass: string[];
  /** Complete, enough points, and no criterion below its must-pass points. */
  passes: boolean;
}

export function scoreRubric(rubric: RubricRule, ratings: Ratings): RubricScoring {
  const rated = rubric.criteria.map((criterion) => ({ criterion, points: ratedPoints(criterion, ratings) }));
  const missing = rated.filter(({ points }) => points === null).map(({ criterion }) => criterion.id);
  const unknown = unknownIds(rubric, ratings);
  const complete = missing.length === 0 && unknown.length === 0 && rated.length > 0;
  const failedMustPass = rated.filter(isBelowMustPass).map(({ criterion }) => criterion.id);
  const points = sum(rated.map((one) => one.points ?? 0));
  return {
    complete,
    missing,
    unknown,
    points,
    maxPoints: sum(rubric.criteria.map(({ ratings }) => Math.max(0, ...ratings.map((rating) => rating.points)))),
    passPoints: rubric.passPoints,
    failedMustPass,
    passes: complete && failedMustPass.length === 0 && reaches(points, rubric.passPoints),
  };
}

/** Whether points are enough. The slack forgives sums such as 0.7 + 0.1, which fall just short of 0.8. */
export function reaches(points: number, needed: number): boolean {
  return points >= needed - 1e-9;
}

function ratedPoints({ id, ratings: own }: Rule, ratings: Ratings): number | null {
  if (!Object.hasOwn(ratings, id)) return null;
  return own.find((rating) => rating.id === ratings[id])?.points ?? null;
}

/** Criteria the rubric does not have, and ratings that are not the criterion's own. */
function unknownIds({ criteria }: RubricRule, ratings: Ratings): string[] {
  const known = new Map(criteria.map((criterion) => [criterion.id, new Set(criterion.ratings.map(({ id }) => id))]));
  return Object.entries(ratings)
    .filter(([criterionId, ratingId]) => !known.get(criterionId)?.has(ratingId))
    .map(([criterionId]) => criterionId);
}

function isBelowMustPass({ criterion, points }: { criterion: Rule; points: number | null }): boolean {
  return points !== null && criterion.mustPassPoints !== null && !reaches(points, criterion.mustPassPoints);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
