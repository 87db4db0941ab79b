import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import type { Verdict } from '../domain/verdict-rules.js';
import type { Assessment } from './assessment.entity.js';
import { AttemptWithdrawal } from './attempt-withdrawal.entity.js';
import { Attempt } from './attempt.entity.js';
import { Submission } from './submission.entity.js';

export type StandingAttempt = Pick<Attempt, 'id' | 'enrollmentId' | 'number' | 'lateness'>;

/** An attempt with all that was said of it. */
export interface RecordedAttempt {
  attempt: Attempt;
  withdrawnAt: Date | null;
  /** Every mark and verdict, oldest first. */
  history: Assessment[];
  /** Since when it is being graded, whoever does it now. */
  gradingStartedAt: Date | null;
}

type RecordedRow = Attempt &
  Pick<RecordedAttempt, 'withdrawnAt' | 'gradingStartedAt'> & {
    history: (Omit<Assessment, 'decidedAt'> & { decidedAt: string })[];
  };

/** The last attempt of an enrolment that was not taken back, and what was decided about it. */
export interface LatestAttempt {
  enrollmentId: string;
  number: number;
  submittedAt: Date;
  verdict: Verdict | null;
  decidedAt: Date | null;
}

@Injectable()
export class SubmissionsRepository {
  async find(tx: Tx, enrollmentId: string): Promise<Submission | null> {
    return tx.manager.findOneBy(Submission, { enrollmentId });
  }

  async findLocked(tx: Tx, enrollmentId: string): Promise<Submission | null> {
    return tx.manager.findOne(Submission, { where: { enrollmentId }, lock: { mode: 'pessimistic_write' } });
  }

  /** Makes the row on the first save; the loser of two first saves keeps the winner's. */
  async ensure(tx: Tx, submission: Submission): Promise<void> {
    await tx.manager.createQueryBuilder().insert().into(Submission).values(submission).orIgnore().execute();
  }

  async save(tx: Tx, submission: Submission): Promise<void> {
    await tx.manager.update(Submission, { id: submission.id }, { ...submission });
  }

  async addAttempt(tx: Tx, attempt: Attempt): Promise<void> {
    await tx.manager.insert(Attempt, { ...attempt });
  }

  async findAttempt(tx: Tx, id: string): Promise<Attempt | null> {
    return tx.manager.findOneBy(Attempt, { id });
  }

  /** Every attempt of an enrolment with all that was said of it, oldest first: one statement, however many there are. */
  async attempts(tx: Tx, enrollmentId: string): Promise<RecordedAttempt[]> {
    return this.recorded(tx, '$1', enrollmentId);
  }

  /** An attempt and those of the same enrolment, as `attempts`; none where there is no such attempt. */
  async attemptsBeside(tx: Tx, attemptId: string): Promise<RecordedAttempt[]> {
    return this.recorded(tx, '(select a.enrollment_id from attempt a where a.id = $1)', attemptId);
  }

  private async recorded(tx: Tx, enrollment: string, id: string): Promise<RecordedAttempt[]> {
    const rows = await tx.query<RecordedRow>(
      `select t.id, t.institution_id as "institutionId", t.submission_id as "submissionId", t.enrollment_id as "enrollmentId",
              t.offering_id as "offeringId", t.person_id as "personId", t.number, t.work, t.work_sha256 as "workSha256",
              t.submitted_at as "submittedAt", t.due_at as "dueAt", t.lateness,
              (select w.withdrawn_at from attempt_withdrawal w where w.attempt_id = t.id) as "withdrawnAt",
              (select min(l.taken_at) from grading_lease l where l.attempt_id = t.id) as "gradingStartedAt",
              (select coalesce(json_agg(json_build_object('id', g.id, 'institutionId', g.institution_id, 'attemptId', g.attempt_id,
                        'enrollmentId', g.enrollment_id, 'version', g.version, 'marker', g.marker, 'final', g.final,
                        'verdict', g.verdict, 'points', g.points, 'maxPoints', g.max_points, 'ratings', g.ratings,
                        'feedback', g.feedback, 'assessorId', g.assessor_id, 'decidedAt', g.decided_at,
                        'correctionReason', g.correction_reason) order by g.decided_at, g.version), '[]')
                 from assessment g where g.attempt_id = t.id) as history
         from attempt t where t.enrollment_id = ${enrollment} order by t.number`,
      [id],
    );
    return rows.map(({ withdrawnAt, gradingStartedAt, history, ...attempt }) => ({
      attempt,
      withdrawnAt,
      gradingStartedAt,
      history: history.map((mark) => ({ ...mark, decidedAt: new Date(mark.decidedAt) })),
    }));
  }

  /** Attempts of these enrolments that were not taken back, each one's oldest first. Without the work itself, which may be long. */
  async standing(tx: Tx, enrollmentIds: readonly string[]): Promise<StandingAttempt[]> {
    return tx.query<StandingAttempt>(
      `select t.id, t.enrollment_id as "enrollmentId", t.number, t.lateness
         from attempt t
        where t.enrollment_id = any($1::uuid[]) and not exists (select from attempt_withdrawal w where w.attempt_id = t.id)
        order by t.number`,
      [enrollmentIds],
    );
  }

  /** Of each enrolment that has one; by the bare rows, without the work. */
  async latest(tx: Tx, enrollmentIds: readonly string[]): Promise<LatestAttempt[]> {
    return tx.query<LatestAttempt>(
      `select distinct on (t.enrollment_id) t.enrollment_id as "enrollmentId", t.number, t.submitted_at as "submittedAt",
              final.verdict, final.decided_at as "decidedAt"
         from attempt t
         left join lateral (
           select verdict, decided_at from assessment a where a.attempt_id = t.id and a.final order by a.version desc limit 1
         ) final on true
        where t.enrollment_id = any($1::uuid[]) and not exists (select from attempt_withdrawal w where w.attempt_id = t.id)
        order by t.enrollment_id, t.number desc`,
      [enrollmentIds],
    );
  }

  async withdraw(tx: Tx, withdrawal: AttemptWithdrawal): Promise<void> {
    await tx.manager.insert(AttemptWithdrawal, { ...withdrawal });
  }

  /**
   * Makes what happens to one attempt take turns: grading it, withdrawing it, correcting it. A lock of the transaction and
   * not of the row, because the application has no right to change attempts, and locking a row asks for it.
   */
  async lockAttempt(tx: Tx, attemptId: string): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('attempt ' || $1, 0))`, [attemptId]);
  }
}
