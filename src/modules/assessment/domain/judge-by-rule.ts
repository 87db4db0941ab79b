import type { Criterion, Project, Rubric } from '../../catalog/domain/project.js';
import { chosenRatings, type CriterionRating } from './criterion-rating.js';
import { reaches, scoreRubric } from './rubric-scoring.js';
import { gradedResult } from './verdict-rules.js';

/** What work is judged by in an edition. */
export interface Yardstick {
  project: Pick<Project, 'brief'>;
  rubric: Rubric;
}

/** A rule of the one edition that the work did not meet, and meets in the other. */
export type RuleGround =
  | { key: 'pass_points'; points: number; needed: { before: number; now: number } }
  | { key: 'rating_points'; points: { before: number; now: number }; needed: number }
  | { key: 'must_pass'; criterionId: string; title: string; needed: { before: number; now: number | null } }
  | { key: 'criterion_dropped'; criterionId: string; title: string };

/** Why what the assessor found does not lead to a pass by the other edition's rule. */
export type RuleObstacle =
  /** Another task was set, so the work is no answer to it. */
  | { key: 'project_changed' }
  /** Nobody rated it. */
  | { key: 'criterion_unrated'; titles: string[] }
  /** The words that the assessor chose between are others now. */
  | { key: 'criterion_reworded'; titles: string[] }
  | { key: 'points_below_pass'; points: number; needed: number }
  | { key: 'below_must_pass'; titles: string[] };

export interface RuleJudgement {
  /** Empty: it passes. */
  obstacles: RuleObstacle[];
  grounds: RuleGround[];
  points: number;
  maxPoints: number;
  /** What was found, of the criteria that the other rubric has. */
  ratings: CriterionRating[];
}

/**
 * Holds what an assessor found against the rubric of another edition. Numbers may differ: what a rating is worth, what passes, what must be
 * reached, and criteria may be gone. The words may not: an assessor judged by them and by no others, so that work under new words waits
 * for a person. `penaltyPercent` (0–100) stays what it was when the work was handed in. Never finds less where the rule asks for less.
 */
export function judgeByRule(
  from: Yardstick,
  to: Yardstick,
  found: readonly CriterionRating[],
  penaltyPercent: number,
): RuleJudgement {
  const kept = new Set(to.rubric.criteria.map(({ id }) => id));
  const ratings = found.filter(({ criterionId }) => kept.has(criterionId));
  const chosen = chosenRatings(ratings);
  const scoring = scoreRubric(to.rubric, chosen);
  const { points, maxPoints } = gradedResult(scoring, penaltyPercent);
  const titled = (ids: readonly string[]) => to.rubric.criteria.filter(({ id }) => ids.includes(id)).map(({ title }) => title);
  const unrated = to.rubric.criteria.filter(({ id }) => !found.some(({ criterionId }) => criterionId === id));
  const reworded = to.rubric.criteria.filter(
    (criterion) => !unrated.includes(criterion) && !saysTheSame(criterion, from.rubric, chosen[criterion.id]),
  );
  const obstacles: RuleObstacle[] = [
    ...(from.project.brief === to.project.brief ? [] : [{ key: 'project_changed' } as const]),
    ...some(
      'criterion_unrated',
      unrated.map(({ title }) => title),
    ),
    ...some(
      'criterion_reworded',
      reworded.map(({ title }) => title),
    ),
    ...(reaches(points, to.rubric.passPoints)
      ? []
      : [{ key: 'points_below_pass', points, needed: to.rubric.passPoints } as const]),
    ...some('below_must_pass', titled(scoring.failedMustPass)),
  ];
  return { obstacles, grounds: groundsOf(from.rubric, to.rubric, found, penaltyPercent), points, maxPoints, ratings };
}

function some<Key extends 'criterion_unrated' | 'criterion_reworded' | 'below_must_pass'>(key: Key, titles: string[]) {
  return titles.length === 0 ? [] : [{ key, titles }];
}

/** The title and description that were read, and the rating that was chosen; what could have been chosen instead says nothing of this work. */
function saysTheSame({ id, title, description, ratings }: Criterion, before: Rubric, ratingId: string | undefined): boolean {
  const old = before.criteria.find((criterion) => criterion.id === id);
  const [was, is] = [old?.ratings.find((rating) => rating.id === ratingId), ratings.find((rating) => rating.id === ratingId)];
  if (!old || !was || !is) return false;
  return old.title === title && old.description === description && was.title === is.title && was.description === is.description;
}

/** Which numbers stood in the way and do not any more. */
function groundsOf(from: Rubric, to: Rubric, found: readonly CriterionRating[], penaltyPercent: number): RuleGround[] {
  const before = scoreRubric(from, chosenRatings(found));
  const kept = new Set(to.criteria.map(({ id }) => id));
  const after = scoreRubric(to, chosenRatings(found.filter(({ criterionId }) => kept.has(criterionId))));
  const points = { before: gradedResult(before, penaltyPercent).points, now: gradedResult(after, penaltyPercent).points };
  const needed = { before: from.passPoints, now: to.passPoints };
  const grounds: RuleGround[] = [];
  if (!reaches(points.before, needed.before) && reaches(points.now, needed.now)) {
    if (needed.now < needed.before) grounds.push({ key: 'pass_points', points: points.now, needed });
    if (points.now > points.before) grounds.push({ key: 'rating_points', points, needed: needed.now });
  }
  for (const criterionId of before.failedMustPass.filter((id) => !after.failedMustPass.includes(id))) {
    const [was, is] = [from, to].map(({ criteria }) => criteria.find(({ id }) => id === criterionId));
    if (!was) continue;
    const title = was.title;
    const must = { before: was.mustPassPoints ?? 0, now: is?.mustPassPoints ?? null };
    grounds.push(is ? { key: 'must_pass', criterionId, title, needed: must } : { key: 'criterion_dropped', criterionId, title });
  }
  return grounds;
}
