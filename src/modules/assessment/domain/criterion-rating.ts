import type { Ratings } from './rubric-scoring.js';

/** What one assessor found for one criterion. */
export interface CriterionRating {
  criterionId: string;
  ratingId: string;
  comment: string;
}

/** A criterion that is named twice keeps its last rating. */
export function lastRatings(ratings: readonly CriterionRating[]): CriterionRating[] {
  return [
    ...new Map(ratings.map(({ criterionId, ratingId, comment }) => [criterionId, { criterionId, ratingId, comment }])).values(),
  ];
}

/** The choice alone. A criterion that is named twice keeps its last rating. */
export function chosenRatings(ratings: readonly CriterionRating[]): Ratings {
  return Object.fromEntries(ratings.map(({ criterionId, ratingId }) => [criterionId, ratingId]));
}
