import type { Actor } from '../../../platform/http/access.js';
import { leaseState } from '../domain/lease.js';
import { awaitedMarker } from '../domain/marking-stage.js';
import type { AssessmentDraft } from '../data/assessment-draft.entity.js';
import type { Assessment } from '../data/assessment.entity.js';
import type { GradingCase } from '../use-cases/load-grading.js';
import type { NamedQueuedAttempt } from '../use-cases/read-grading.js';
import type { AssessmentDraftView, GradingView, LeaseView, QueuedAttemptView } from './grading-views.dto.js';
import { presentAttempt } from './present-attempt.js';

export function presentGrading(
  { grading, draft }: { grading: GradingCase; draft: AssessmentDraft | null },
  actor: Actor,
  now: Date,
): GradingView {
  const { record, earlier, terms, awaits, lease } = grading;
  // Blind: until both marks are in, each marker sees their own alone.
  const seesMark = (mark: Assessment) => awaits === 'agreed' || awaits === null || mark.assessorId === actor.personId;
  return {
    attempt: presentAttempt(record, actor, seesMark),
    earlierAttempts: earlier.map((one) => presentAttempt(one, actor)),
    rubric: terms.rubric,
    projectTitle: terms.project.title,
    awaits,
    lease: lease && presentLease(lease),
    draft: draft && presentAssessmentDraft(draft),
    can: { assess: awaits !== null && leaseState(lease, actor.personId, now) === 'mine' },
  };
}

export function presentAssessmentDraft({ ratings, feedback, revision }: AssessmentDraft): AssessmentDraftView {
  return { ratings, feedback, version: revision };
}

export function presentLease({ holderId, expiresAt }: { holderId: string; expiresAt: Date }): LeaseView {
  return { assessorId: holderId, expiresAt: expiresAt.toISOString() };
}

export function presentQueued({ attempt, marks, leases, learnerName }: NamedQueuedAttempt, now: Date): QueuedAttemptView {
  const awaits = awaitedMarker(marks);
  const lease = leases.find(({ marker, expiresAt }) => marker === awaits && expiresAt > now);
  return {
    attemptId: attempt.id,
    learnerName,
    number: attempt.number,
    submittedAt: attempt.submittedAt.toISOString(),
    awaits,
    lease: lease ? presentLease({ holderId: lease.assessorId, expiresAt: lease.expiresAt }) : null,
  };
}
