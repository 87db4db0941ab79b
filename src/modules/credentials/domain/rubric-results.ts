import type { Criterion, Rating, Rubric } from '../../catalog/domain/project.js';
import type { ResultDescription, RubricLevel } from './achievement.js';
import type { AwardedResult } from './award.js';

/** A verdict as far as a badge may tell of it. */
export interface JudgedWork {
  /** After lateness. */
  readonly points: number;
  readonly ratings: readonly { readonly criterionId: string; readonly ratingId: string }[];
}

/**
 * What the rubric of a project can show: a level for each criterion, the points of all, and that the project is completed
 * (OB 3.0 §B.1.19). Ids are fragments of the achievement's own address.
 */
export function resultDescriptions(achievementId: string, { criteria, passPoints }: Rubric): ResultDescription[] {
  const best = criteria.reduce((sum, { ratings }) => sum + Math.max(0, ...ratings.map(({ points }) => points)), 0);
  return [
    ...criteria.map((criterion) => criterionDescription(achievementId, criterion)),
    {
      id: scoreId(achievementId),
      name: 'Points for the project',
      resultType: 'RawScore',
      valueMin: '0',
      valueMax: inPoints(best),
      requiredValue: inPoints(passPoints),
    },
    { id: statusId(achievementId), name: 'Project', resultType: 'Status' },
  ];
}

/** The results of one verdict, each naming its description. A rating that the rubric does not know says nothing. */
export function awardedResults(achievementId: string, rubric: Rubric, { points, ratings }: JudgedWork): AwardedResult[] {
  const levels = rubric.criteria.flatMap((criterion) => {
    const chosen = ratings.find(({ criterionId }) => criterionId === criterion.id);
    const rating = criterion.ratings.find(({ id }) => id === chosen?.ratingId);
    if (!rating) return [];
    return [
      {
        resultDescription: criterionId(achievementId, criterion),
        achievedLevel: levelId(achievementId, criterion, rating),
        value: inPoints(rating.points),
      },
    ];
  });
  return [
    ...levels,
    { resultDescription: scoreId(achievementId), value: inPoints(points) },
    { resultDescription: statusId(achievementId), status: 'Completed' },
  ];
}

function criterionDescription(achievementId: string, criterion: Criterion): ResultDescription {
  const ascending = criterion.ratings.toSorted((first, second) => first.points - second.points);
  const required =
    criterion.mustPassPoints === null ? undefined : ascending.find(({ points }) => points >= (criterion.mustPassPoints ?? 0));
  return {
    id: criterionId(achievementId, criterion),
    name: criterion.title,
    resultType: 'RubricCriterionLevel',
    ...(required ? { requiredLevel: levelId(achievementId, criterion, required) } : {}),
    levels: ascending.map((rating, index) => rubricLevel(levelId(achievementId, criterion, rating), rating, index + 1)),
  };
}

function rubricLevel(id: string, { title, points, description }: Rating, level: number): RubricLevel {
  return { id, name: title, level: String(level), points: inPoints(points), ...(description ? { description } : {}) };
}

function criterionId(achievementId: string, { id }: Criterion): string {
  return `${achievementId}#criterion-${encodeURIComponent(id)}`;
}

/** Two criteria may use the same rating ids. */
function levelId(achievementId: string, criterion: Criterion, rating: Rating): string {
  return `${criterionId(achievementId, criterion)}/level-${encodeURIComponent(rating.id)}`;
}

function scoreId(achievementId: string): string {
  return `${achievementId}#score`;
}

function statusId(achievementId: string): string {
  return `${achievementId}#status`;
}

/** At most two decimals: sums of tenths are not exact. */
function inPoints(points: number): string {
  return String(Math.round(points * 100) / 100);
}
