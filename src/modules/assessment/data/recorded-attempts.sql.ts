import type { Assessment } from './assessment.entity.js';
import type { Attempt } from './attempt.entity.js';

/** An attempt with all that was said of it. */
export interface RecordedAttempt {
  attempt: Attempt;
  withdrawnAt: Date | null;
  /** Every mark and verdict, oldest first. */
  history: Assessment[];
  /** Since when it is being graded, whoever does it now. */
  gradingStartedAt: Date | null;
}

/** A row as JSON has it, with moments as texts. */
export type InJson<Row> = {
  [Name in keyof Row]: Row[Name] extends Date ? string : Row[Name] extends Date | null ? string | null : Row[Name];
};

export type RecordedRow = InJson<Attempt> &
  InJson<Pick<RecordedAttempt, 'withdrawnAt' | 'gradingStartedAt'>> & { history: InJson<Assessment>[] };

/**
 * SQL: every attempt of an enrolment with all that was said of it, oldest first, as one JSON array for `readRecorded`, so that whoever shows
 * something beside them asks once.
 */
export function recordedAttempts(enrollment: string): string {
  return `(
    select coalesce(json_agg(json_build_object('id', t.id, 'institutionId', t.institution_id, 'submissionId', t.submission_id,
             'enrollmentId', t.enrollment_id, 'offeringId', t.offering_id, 'personId', t.person_id, 'number', t.number,
             'work', t.work, 'workSha256', t.work_sha256, 'submittedAt', t.submitted_at, 'dueAt', t.due_at, 'lateness', t.lateness,
             'withdrawnAt', (select w.withdrawn_at from attempt_withdrawal w where w.attempt_id = t.id),
             'gradingStartedAt', (select min(l.taken_at) from grading_lease l where l.attempt_id = t.id),
             'history', (select coalesce(json_agg(json_build_object('id', g.id, 'institutionId', g.institution_id,
                                  'attemptId', g.attempt_id, 'enrollmentId', g.enrollment_id, 'version', g.version,
                                  'marker', g.marker, 'final', g.final, 'verdict', g.verdict, 'points', g.points,
                                  'maxPoints', g.max_points, 'ratings', g.ratings, 'feedback', g.feedback,
                                  'assessorId', g.assessor_id, 'decidedAt', g.decided_at,
                                  'correctionReason', g.correction_reason) order by g.decided_at, g.version), '[]')
                           from assessment g where g.attempt_id = t.id)) order by t.number), '[]')
      from attempt t where t.enrollment_id = ${enrollment})`;
}

export function readRecorded(rows: readonly RecordedRow[]): RecordedAttempt[] {
  return rows.map(({ withdrawnAt, gradingStartedAt, history, ...attempt }) => ({
    attempt: { ...attempt, submittedAt: new Date(attempt.submittedAt), dueAt: moment(attempt.dueAt) },
    withdrawnAt: moment(withdrawnAt),
    gradingStartedAt: moment(gradingStartedAt),
    history: history.map((mark) => ({ ...mark, decidedAt: new Date(mark.decidedAt) })),
  }));
}

function moment(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}
