/** The rubric of an edition, as far as this checks it. */
export interface FrozenRubric {
  passPoints: number;
  criteria: { id: string; mustPassPoints: number | null; ratings: { id: string; points: number }[] }[];
}

export interface RecordedGrade {
  points: number;
  ratings: { criterionId: string; ratingId: string }[];
  penaltyPercent: number;
}

const SLACK = 1e-6;

/** Why a recorded grade is no pass by the edition's rubric; `null`: it is one. */
export function gradeProblem(rubric: FrozenRubric, { points, ratings, penaltyPercent }: RecordedGrade): string | null {
  let sum = 0;
  for (const criterion of rubric.criteria) {
    const chosen = ratings.find(({ criterionId }) => criterionId === criterion.id);
    const rating = criterion.ratings.find(({ id }) => id === chosen?.ratingId);
    if (!rating) return `the criterion ${criterion.id} has no rating`;
    if (criterion.mustPassPoints !== null && rating.points < criterion.mustPassPoints - SLACK) {
      return `the criterion ${criterion.id} has ${rating.points} points and needs ${criterion.mustPassPoints}`;
    }
    sum += rating.points;
  }
  const earned = sum * (1 - penaltyPercent / 100);
  if (Math.abs(earned - points) > SLACK) return `${points} points are recorded, and its ratings give ${earned}`;
  return points < rubric.passPoints - SLACK ? `it has ${points} points and needs ${rubric.passPoints}` : null;
}
