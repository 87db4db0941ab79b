import { isBlank, isZeroOrMore, repeats } from './content-predicates.js';
import type { Criterion, Rubric } from './project.js';
import { problem, type PublishingProblem } from './publishing-problem-codes.js';

export function rubricProblems(rubric: Rubric | null): PublishingProblem[] {
  if (rubric === null) return [problem('rubric_missing', '/rubric')];
  if (rubric.criteria.length === 0) return [problem('rubric_without_criteria', '/rubric/criteria')];

  const problems = rubric.criteria.flatMap((criterion, index) => criterionProblems(criterion, index));
  for (const index of repeats(rubric.criteria.map(({ id }) => id))) {
    const place = rubric.criteria[index]?.title ?? '';
    problems.push(problem('duplicate_id', `/rubric/criteria/${index}/id`, { place }));
  }
  const maxPoints = rubric.criteria.reduce((sum, criterion) => sum + bestPoints(criterion), 0);
  const { passPoints } = rubric;
  if (!isZeroOrMore(passPoints)) problems.push(problem('rubric_pass_points_malformed', '/rubric/passPoints'));
  // The slack forgives sums such as 0.7 + 0.1, which fall just short of 0.8.
  if (passPoints > maxPoints + 1e-9) problems.push(problem('rubric_unpassable', '/rubric/passPoints', { passPoints, maxPoints }));
  return problems;
}

function criterionProblems(criterion: Criterion, index: number): PublishingProblem[] {
  const path = `/rubric/criteria/${index}`;
  const name = isBlank(criterion.title) ? `Criterion ${index + 1}` : criterion.title;
  const problems: PublishingProblem[] = [];
  if (isBlank(criterion.title)) problems.push(problem('criterion_title_missing', `${path}/title`, { number: index + 1 }));
  if (criterion.ratings.length < 2) {
    problems.push(problem('criterion_too_few_ratings', `${path}/ratings`, { criterion: name }));
  }
  criterion.ratings.forEach((rating, position) => {
    const params = { number: position + 1, criterion: name };
    const ratingPath = `${path}/ratings/${position}`;
    if (isBlank(rating.title)) problems.push(problem('rating_title_missing', `${ratingPath}/title`, params));
    if (!isZeroOrMore(rating.points)) problems.push(problem('rating_points_malformed', `${ratingPath}/points`, params));
  });
  for (const position of repeats(criterion.ratings.map(({ id }) => id))) {
    const place = criterion.ratings[position]?.title ?? '';
    problems.push(problem('duplicate_id', `${path}/ratings/${position}/id`, { place }));
  }
  const { mustPassPoints } = criterion;
  const best = bestPoints(criterion);
  // Written so that NaN counts as out of reach too.
  if (mustPassPoints !== null && !(mustPassPoints <= best)) {
    problems.push(problem('criterion_unpassable', `${path}/mustPassPoints`, { criterion: name, mustPassPoints, best }));
  }
  return problems;
}

function bestPoints({ ratings }: Criterion): number {
  return ratings.reduce((best, { points }) => Math.max(best, points), 0);
}
