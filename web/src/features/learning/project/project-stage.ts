import type { View } from '../../../api/client';

export type Project = View<'ProjectView'>;
export type ProjectAttempt = View<'AttemptView'>;
type Verdict = View<'VerdictView'>;

/** What a learner can do with their project now. */
export type Stage = 'locked' | 'writing' | 'waiting' | 'returned' | 'passed' | 'failed' | 'used-up' | 'ended';

export function verdictOf({ verdicts }: ProjectAttempt): Verdict | null {
  return verdicts.at(-1) ?? null;
}

/** The last attempt that was not taken back. */
export function latestAttempt({ attempts }: Pick<Project, 'attempts'>): ProjectAttempt | null {
  return attempts.findLast(({ withdrawnAt }) => withdrawnAt === null) ?? null;
}

export function stageOf(project: Pick<Project, 'state' | 'attempts' | 'attemptsLeft'>, enrollment: string): Stage {
  const latest = latestAttempt(project);
  const verdict = latest && verdictOf(latest)?.verdict;
  if (verdict === 'passed' || verdict === 'failed') return verdict;
  if (latest && !verdict) return 'waiting';
  if (enrollment !== 'active') return 'ended';
  if (project.attemptsLeft === 0) return 'used-up';
  if (project.state === 'locked') return 'locked';
  return verdict === 'returned' ? 'returned' : 'writing';
}

/** How many criteria did not get their highest level: what there is to change. */
export function thingsToChange({ criteria }: Project['rubric'], { ratings }: Verdict): number {
  const points = (criterionId: string, ratingId: string) =>
    criteria.find(({ id }) => id === criterionId)?.ratings.find(({ id }) => id === ratingId)?.points ?? 0;
  return ratings.filter(({ criterionId, ratingId }) => {
    const criterion = criteria.find(({ id }) => id === criterionId);
    return criterion && points(criterionId, ratingId) < Math.max(...criterion.ratings.map((rating) => rating.points));
  }).length;
}

/** The most that the rubric gives. */
export function allPoints({ criteria }: Project['rubric']): number {
  return criteria.reduce((sum, { ratings }) => sum + Math.max(0, ...ratings.map(({ points }) => points)), 0);
}

export function wordCount(text: string): number {
  return text.trim() === '' ? 0 : text.trim().split(/\s+/).length;
}
