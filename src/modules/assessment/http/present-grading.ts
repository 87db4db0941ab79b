import type { Actor } from '../../../platform/http/access.js';
import { renderText } from '../../catalog/index.js';
import { attemptsLeft } from '../domain/attempt-rules.js';
import { leaseState } from '../domain/lease.js';
import { awaitedMarker } from '../domain/marking-stage.js';
import type { AssessmentDraft } from '../data/assessment-draft.entity.js';
import type { Assessment } from '../data/assessment.entity.js';
import type { GradingCase } from '../use-cases/load-grading.js';
import { projectAttempt } from '../use-cases/load-workspace.js';
import type { QueuedAttempt } from '../data/grading-queue.query.js';
import type { OfferingWork } from '../data/grading-work.repository.js';
import type { AssessmentDraftView, GradingView, LeaseView, OfferingWorkView, QueuedAttemptView } from './grading-views.dto.js';
import { presentAttempt } from './present-attempt.js';

export function presentGrading(
  { grading, draft }: { grading: GradingCase; draft: AssessmentDraft | null },
  actor: Actor,
  now: Date,
): GradingView {
  const { record, learnerName, earlier, terms, awaits, lease } = grading;
  // Blind: until both marks are in, each marker sees their own alone.
  const seesMark = (mark: Assessment) => awaits === 'agreed' || awaits === null || mark.assessorId === actor.personId;
  return {
    offeringId: record.attempt.offeringId,
    learnerName,
    textHtml: renderText(record.attempt.work.text),
    briefHtml: renderText(terms.project.brief),
    attemptsLeft: attemptsLeft(terms.project.attemptLimit, [...earlier, record].map(projectAttempt)),
    attempt: presentAttempt(record, actor, seesMark),
    earlierAttempts: earlier.map((one) => presentAttempt(one, actor)),
    rubric: terms.rubric,
    projectTitle: terms.project.title,
    awaits,
    lease: lease && presentLease(lease),
    draft: draft && presentAssessmentDraft(draft),
    can: {
      assess: awaits !== null && leaseState(lease, actor.personId, now) === 'mine',
      // Whoever sees this assesses the offering, and the work is not their own.
      correct: awaits === null,
    },
  };
}

export function presentAssessmentDraft({ ratings, feedback, revision }: AssessmentDraft): AssessmentDraftView {
  return { ratings, feedback, version: revision };
}

export function presentLease({ holderId, expiresAt }: { holderId: string; expiresAt: Date }): LeaseView {
  return { assessorId: holderId, expiresAt: expiresAt.toISOString() };
}

export function presentQueued({ attempt, marks, leases, learnerName }: QueuedAttempt, now: Date): QueuedAttemptView {
  const awaits = awaitedMarker(marks);
  const standing = marks.findLast(({ final }) => final);
  const lease = leases.find(({ marker, expiresAt }) => marker === awaits && expiresAt > now);
  return {
    attemptId: attempt.id,
    learnerName,
    number: attempt.number,
    submittedAt: attempt.submittedAt.toISOString(),
    awaits,
    lease: lease ? presentLease({ holderId: lease.assessorId, expiresAt: lease.expiresAt }) : null,
    verdict: standing?.verdict ?? null,
    decidedAt: standing?.decidedAt.toISOString() ?? null,
  };
}

export function presentOfferingWork({ offeringId, title, waiting, decided, oldestAt, claims }: OfferingWork): OfferingWorkView {
  return { offeringId, title, waiting, decided, oldestAt: oldestAt?.toISOString() ?? null, claims };
}
