import { type Score, standingOf } from '../domain/score.js';
import type { ColumnSummary, ScoreStatus } from '../data/columns.query.js';
import type { ComparedScore, Comparison } from '../use-cases/grades/read-scores.js';
import type { LtiColumnView, LtiComparedScoreView, LtiComparisonView, LtiPointsView, LtiScoreView } from './scores.dto.js';

export function presentColumn({ target, ...column }: ColumnSummary): LtiColumnView {
  return { ...column, kind: target.kind, microCredentialId: target.microCredentialId };
}

export function presentScore({ score, desiredAt, sentAt, nextAttemptAt, parked, ...status }: ScoreStatus): LtiScoreView {
  return {
    identityId: status.identityId,
    personId: status.personId,
    personName: status.personName,
    state: status.state,
    standing: standingOf(score),
    score: told(score),
    desiredAt: desiredAt.toISOString(),
    sentAt: sentAt?.toISOString() ?? null,
    attempts: status.attempts,
    nextAttemptAt: nextAttemptAt?.toISOString() ?? null,
    parked: status.state === 'arrived' ? null : parked,
    lastProblem: status.lastProblem,
  };
}

export function presentComparison(comparison: Comparison): LtiComparisonView {
  if (!comparison.ok) return { problem: comparison.problem, items: [] };
  return { problem: null, items: comparison.scores.map(presentCompared) };
}

function presentCompared({ told: compared, shown, differs }: ComparedScore): LtiComparedScoreView {
  const { identityId, personName, score } = compared;
  return { identityId, personName, standing: standingOf(score), told: told(score), shown: shown && points(shown), differs };
}

function told(score: Score): LtiPointsView | null {
  return score.given === null ? null : points(score);
}

function points({ given, maximum }: LtiPointsView): LtiPointsView {
  return { given, maximum };
}
