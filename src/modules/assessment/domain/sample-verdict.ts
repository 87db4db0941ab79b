import type { Rubric } from '../../catalog/domain/project.js';
import type { CriterionRating } from './criterion-rating.js';
import { scoreRubric } from './rubric-scoring.js';

export interface SampleVerdict {
  verdict: 'returned' | 'passed';
  ratings: CriterionRating[];
  points: number;
  maxPoints: number;
}

/**
 * What a verdict could look like, for an author to see: passed is the best rating everywhere, returned the lowest one for the criterion
 * that is worth most, and the best for the others. Points by the rubric's own arithmetic.
 */
export function sampleVerdict(rubric: Rubric, verdict: SampleVerdict['verdict']): SampleVerdict {
  const weightiest = rubric.criteria.toSorted((a, b) => range(b) - range(a))[0];
  const ratings = rubric.criteria.flatMap((criterion) => {
    const bestFirst = criterion.ratings.toSorted((a, b) => b.points - a.points);
    const chosen = verdict === 'returned' && criterion === weightiest ? bestFirst.at(-1) : bestFirst[0];
    return chosen ? [{ criterionId: criterion.id, ratingId: chosen.id, comment: '' }] : [];
  });
  const { points, maxPoints } = scoreRubric(rubric, Object.fromEntries(ratings.map((one) => [one.criterionId, one.ratingId])));
  return { verdict, ratings, points, maxPoints };
}

function range({ ratings }: Rubric['criteria'][number]): number {
  const points = ratings.map((rating) => rating.points);
  return points.length === 0 ? 0 : Math.max(...points) - Math.min(...points);
}
