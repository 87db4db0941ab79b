import type { Actor } from '../../../platform/http/access.js';
import type { Assessment } from '../data/assessment.entity.js';
import { withdrawRefusal } from '../domain/attempt-rules.js';
import { type AttemptRecord, projectAttempt } from '../use-cases/load-workspace.js';
import type { AttemptView, VerdictView } from './project.dto.js';

/** An attempt with its verdicts. Marks that are not final yet are shown only to those whom `seesMark` lets see them. */
export function presentAttempt(
  record: AttemptRecord,
  actor: Actor,
  seesMark: (mark: Assessment) => boolean = () => false,
): AttemptView {
  const { attempt, withdrawnAt, gradingStartedAt, history } = record;
  const { id, enrollmentId, number, work, lateness } = attempt;
  return {
    id,
    enrollmentId,
    number,
    text: work.text,
    links: work.links,
    files: work.files.map(({ id: fileId, name, mediaType, bytes, sha256 }) => ({ id: fileId, name, mediaType, bytes, sha256 })),
    submittedAt: attempt.submittedAt.toISOString(),
    sha256: attempt.workSha256,
    dueAt: attempt.dueAt?.toISOString() ?? null,
    lateness: { status: lateness.status, secondsLate: lateness.secondsLate, penaltyPercent: lateness.penaltyPercent },
    withdrawnAt: withdrawnAt?.toISOString() ?? null,
    gradingStartedAt: gradingStartedAt?.toISOString() ?? null,
    verdicts: history.filter((mark) => mark.final || seesMark(mark)).map(presentVerdict),
    can: { withdraw: attempt.personId === actor.personId && withdrawRefusal(projectAttempt(record)) === null },
  };
}

function presentVerdict(assessment: Assessment): VerdictView {
  const { id, version, marker, final, verdict, points, maxPoints, ratings, feedback, correctionReason } = assessment;
  return {
    id,
    version,
    marker,
    final,
    verdict,
    points,
    maxPoints,
    ratings,
    feedback,
    decidedAt: assessment.decidedAt.toISOString(),
    correctionReason,
  };
}
