import type { Criterion, Project, Rubric } from '../types';

type NewId = () => string;

export interface RatingWord {
  title: string;
  points: number;
}

/** What a project begins with: all three ways to hand in, and room for a report with its data. */
export const NEW_PROJECT: Project = {
  title: '',
  brief: '',
  minutes: 600,
  accepts: { text: true, links: true, files: true, mediaTypes: [], maxFiles: 5, maxBytesPerFile: 50 * 1024 * 1024 },
  attemptLimit: null,
};

/** A criterion with the ratings of the one before it, whose words and points usually are the same; else with `words`. */
export function nextCriterion({ criteria }: Rubric, words: readonly RatingWord[], newId: NewId): Criterion {
  const ratings = criteria.at(-1)?.ratings ?? words;
  return {
    id: newId(),
    title: '',
    description: '',
    mustPassPoints: null,
    ratings: ratings.map(({ title, points }) => ({ id: newId(), title, description: '', points })),
  };
}

export function copyOfCriterion(criterion: Criterion, newId: NewId): Criterion {
  return { ...criterion, id: newId(), ratings: criterion.ratings.map((rating) => ({ ...rating, id: newId() })) };
}

export function bestPoints({ ratings }: Criterion): number {
  return Math.max(0, ...ratings.map(({ points }) => points));
}

/** What the best work gets. */
export function mostPoints({ criteria }: Rubric): number {
  return tidy(criteria.reduce((sum, criterion) => sum + bestPoints(criterion), 0));
}

/** Without the dust that binary fractions leave: 0.7 + 0.1 is 0.8. */
function tidy(points: number): number {
  return Math.round(points * 1e6) / 1e6;
}
