import { type JudgedLearner, monthsOf, sumOf } from '../domain/overview.js';
import type { Overview } from '../use-cases/read-overview.js';
import type { GroupedLearnerView, OverviewView } from './overview.dto.js';

export function presentOverview({ offerings, counts }: Overview): OverviewView {
  const sumBy = (rows: readonly { active: number; atRisk: number }[]) => ({
    active: rows.reduce((sum, { active }) => sum + active, 0),
    atRisk: rows.reduce((sum, { atRisk }) => sum + atRisk, 0),
  });
  return {
    total: { ...sumOf(counts), ...sumBy(offerings) },
    offerings: offerings.map((offering) => ({
      ...offering,
      ...sumOf(counts.filter(({ offeringId }) => offeringId === offering.offeringId)),
      startsAt: offering.startsAt.toISOString(),
    })),
    months: monthsOf(counts),
  };
}

export function presentGroupedLearner(learner: JudgedLearner): GroupedLearnerView {
  const { enrollmentId, personId, name, email, offeringId, offering, state, lastActiveAt, projectDueAt, risk } = learner;
  return {
    enrollmentId,
    personId,
    name,
    email,
    offeringId,
    offering,
    state,
    lastActiveAt: lastActiveAt?.toISOString() ?? null,
    projectDueAt: projectDueAt?.toISOString() ?? null,
    risk,
  };
}
