import type { ActProgress, NamedActRow } from '../data/enrollment-acts.repository.js';
import { ACT_OUTCOMES, type ActOutcome, stateOfAct, undoableUntil } from '../domain/enrollment-act.js';
import type { EnrollmentActRowView, EnrollmentActView } from './enrollment-act.dto.js';

export function presentEnrollmentAct(act: ActProgress, now: Date): EnrollmentActView {
  const { id, kind, dueAt, toOfferingId, toOffering, letter, reason, requestedAt, finishedAt } = act;
  const counts = Object.fromEntries(ACT_OUTCOMES.map((outcome) => [outcome, act.counts[outcome] ?? 0])) as Record<
    ActOutcome,
    number
  >;
  const until = undoableUntil(act, now);
  return {
    id,
    kind,
    state: stateOfAct(act),
    total: Object.values(counts).reduce((sum, count) => sum + count, 0),
    counts,
    dueAt: dueAt?.toISOString() ?? null,
    toOfferingId,
    toOffering,
    letter,
    reason,
    requestedAt: requestedAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
    undoableUntil: until?.toISOString() ?? null,
    can: { confirm: act.confirmedAt === null && counts.waiting > 0, undo: until !== null && counts.done > 0 },
  };
}

export function presentEnrollmentActRow(row: NamedActRow): EnrollmentActRowView {
  const { enrollmentId, personName, offeringId, offering, outcome, reason } = row;
  return { enrollmentId, personName, offeringId, offering, outcome, reason };
}
