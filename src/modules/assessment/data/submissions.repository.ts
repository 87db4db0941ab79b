import { Injectable } from '@nestjs/common';
import type { NamedStatement } from '../../../platform/database/named-statement.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { filesInJson, type ListedFile } from '../../../platform/storage/files-in-json.js';
import type { Verdict } from '../domain/verdict-rules.js';
import { AttemptWithdrawal } from './attempt-withdrawal.entity.js';
import { Attempt } from './attempt.entity.js';
import { type InJson, readRecorded, recordedAttempts, type RecordedAttempt, type RecordedRow } from './recorded-attempts.sql.js';
import { Submission } from './submission.entity.js';

export type StandingAttempt = Pick<Attempt, 'id' | 'enrollmentId' | 'number' | 'lateness'>;

/** What a project's page shows of one learner's work. */
export interface ShownWork {
  draft: ShownDraft | null;
  attempts: RecordedAttempt[];
}

export interface ShownDraft extends Pick<Submission, 'draft' | 'revision' | 'updatedAt'> {
  /** In the order of the draft. */
  files: ListedFile[];
}

interface ShownRow {
  draft: InJson<ShownDraft> | null;
  attempts: RecordedRow[];
}

const SHOWN_WORK: NamedStatement = {
  name: 'assessment-shown-work',
  text: `
    select (select json_build_object('draft', s.draft, 'revision', s.revision, 'updatedAt', s.updated_at,
                     'files', ${filesInJson(`s.draft -> 'fileIds'`, 'submission')})
              from submission s where s.enrollment_id = $1 and $2) as draft,
           ${recordedAttempts('$1')} as attempts`,
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

  /** What is handed in and what may come next, in one statement; the draft only if it is asked for. */
  async shown(tx: Tx, enrollmentId: string, withDraft: boolean): Promise<ShownWork> {
    const [row] = await tx.query<ShownRow>(SHOWN_WORK, [enrollmentId, withDraft]);
    const { draft, attempts } = row ?? { draft: null, attempts: [] };
    return { draft: draft && { ...draft, updatedAt: new Date(draft.updatedAt) }, attempts: readRecorded(attempts) };
  }

  private async recorded(tx: Tx, enrollment: string, id: string): Promise<RecordedAttempt[]> {
    const [row] = await tx.query<Pick<ShownRow, 'attempts'>>(`select ${recordedAttempts(enrollment)} as attempts`, [id]);
    return readRecorded(row?.attempts ?? []);
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
