import type { Ratings } from './rubric-scoring.js';

/** What one assessor found for one criterion. */
export interface CriterionRating {
  criterionId: string;
  ratingId: string;
  comment: string;
}

/** The choice alone. A criterion that is named twice keeps its last rating. */
export function chosenRatings(ratings: readonly CriterionRating[]): Ratings {
  return Object.fromEntries(ratings.map(({ criterionId, ratingId }) => [criterionId, ratingId]));
}
