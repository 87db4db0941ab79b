import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { idArray } from '../../../platform/database/id-array.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import type { Cursor } from '../../../platform/http/paging.js';
import { AssessmentDraft } from './assessment-draft.entity.js';
import { Assessment } from './assessment.entity.js';
import { Attempt } from './attempt.entity.js';
import { GradingLease } from './grading-lease.entity.js';

/** An attempt as a list of work shows it. */
export interface QueuedAttempt {
  attempt: Attempt;
  /** Oldest first. */
  marks: Pick<Assessment, 'marker' | 'assessorId' | 'final' | 'verdict' | 'decidedAt'>[];
  leases: GradingLease[];
}

/** An assessment and what became of its attempt. */
export interface FinalHistory {
  id: string;
  decidedAt: Date;
  offeringId: string;
  finals: Pick<Assessment, 'id' | 'verdict' | 'marker' | 'assessorId' | 'decidedAt'>[];
}

/** One of its final ones; `null` where there is none. */
type FinalHistoryRow = Omit<FinalHistory['finals'][number], 'id'> & {
  givenId: string;
  givenAt: Date;
  offeringId: string;
  id: string | null;
};

@Injectable()
export class GradingRepository {
  async lease(tx: Tx, attemptId: string, marker: GradingLease['marker']): Promise<GradingLease | null> {
    return tx.manager.findOneBy(GradingLease, { attemptId, marker });
  }

  /** Since when each attempt is being graded, whoever does it now. */
  async firstLeases(tx: Tx, attemptIds: string[]): Promise<Map<string, Date>> {
    if (attemptIds.length === 0) return new Map();
    const leases = await tx.manager.find(GradingLease, { where: { attemptId: In(attemptIds) }, order: { takenAt: 'DESC' } });
    return new Map(leases.map(({ attemptId, takenAt }) => [attemptId, takenAt]));
  }

  /** Who takes a lease over or keeps it changes nothing of when grading began. */
  async saveLease(tx: Tx, lease: GradingLease): Promise<void> {
    await tx.manager
      .createQueryBuilder()
      .insert()
      .into(GradingLease)
      .values(lease)
      .orUpdate(['assessor_id', 'expires_at'], ['attempt_id', 'marker'])
      .execute();
  }

  async draft(tx: Tx, attemptId: string, assessorId: string): Promise<AssessmentDraft | null> {
    return tx.manager.findOneBy(AssessmentDraft, { attemptId, assessorId });
  }

  async saveDraft(tx: Tx, draft: AssessmentDraft): Promise<void> {
    await tx.manager
      .createQueryBuilder()
      .insert()
      .into(AssessmentDraft)
      .values(draft)
      .orUpdate(['ratings', 'feedback', 'revision', 'updated_at'], ['attempt_id', 'assessor_id'])
      .execute();
  }

  async add(tx: Tx, assessment: Assessment): Promise<void> {
    await tx.manager.insert(Assessment, { ...assessment });
  }

  /** Every mark and verdict of an attempt, oldest first. */
  async history(tx: Tx, attemptId: string): Promise<Assessment[]> {
    return tx.manager.find(Assessment, { where: { attemptId }, order: { version: 'ASC' } });
  }

  /** Every final verdict of these enrolments, each attempt's oldest first. */
  async finalsOfEnrollments(tx: Tx, enrollmentIds: readonly string[]): Promise<Assessment[]> {
    return tx.manager.find(Assessment, {
      where: { enrollmentId: In([...enrollmentIds]), final: true },
      order: { version: 'ASC' },
    });
  }

  /** Every mark and verdict of an enrolment, oldest first. */
  async historyOfEnrollment(tx: Tx, enrollmentId: string): Promise<Assessment[]> {
    return tx.manager.find(Assessment, { where: { enrollmentId }, order: { decidedAt: 'ASC', version: 'ASC' } });
  }

  /** Assessments with the final ones of their attempts, oldest first. By the bare rows: issuing asks for 500 at once. */
  async finalHistories(tx: Tx, assessmentIds: readonly string[]): Promise<FinalHistory[]> {
    const rows = await tx.query<FinalHistoryRow>(
      `select g.id as "givenId", g.decided_at as "givenAt", t.offering_id as "offeringId",
              f.id, f.verdict, f.marker, f.assessor_id as "assessorId", f.decided_at as "decidedAt"
         from assessment g join attempt t on t.id = g.attempt_id
         left join assessment f on f.attempt_id = g.attempt_id and f.final
        where g.id = any($1::uuid[]) order by f.version`,
      [idArray(assessmentIds)],
    );
    const histories = new Map<string, FinalHistory>();
    for (const { givenId, givenAt, offeringId, id, ...final } of rows) {
      const history = histories.get(givenId) ?? { id: givenId, decidedAt: givenAt, offeringId, finals: [] };
      if (id !== null) history.finals.push({ id, ...final });
      histories.set(givenId, history);
    }
    return [...histories.values()];
  }

  /** Attempts of an offering without a verdict, oldest first, one more than `limit`; what marks and leases they have comes along. */
  async queue(tx: Tx, offeringId: string, after: Cursor | null, limit: number): Promise<QueuedAttempt[]> {
    const query = tx.manager
      .createQueryBuilder(Attempt, 'attempt')
      .where('attempt.offeringId = :offeringId', { offeringId })
      .andWhere('not exists (select from attempt_withdrawal w where w.attempt_id = attempt.id)')
      .andWhere('not exists (select from assessment a where a.attempt_id = attempt.id and a.final)')
      .orderBy('attempt.submittedAt', 'ASC')
      .addOrderBy('attempt.id', 'ASC')
      .limit(limit + 1);
    if (after) query.andWhere('(attempt.submittedAt, attempt.id) > (:at, :id)', after);
    return this.withMarks(tx, await query.getMany());
  }

  /** Attempts of an offering whose verdict stands, last handed in first, one more than `limit`, as `queue` gives those that wait. */
  async decided(tx: Tx, offeringId: string, after: Cursor | null, limit: number): Promise<QueuedAttempt[]> {
    const query = tx.manager
      .createQueryBuilder(Attempt, 'attempt')
      .where('attempt.offeringId = :offeringId', { offeringId })
      .andWhere('exists (select from assessment a where a.attempt_id = attempt.id and a.final)')
      .orderBy('attempt.submittedAt', 'DESC')
      .addOrderBy('attempt.id', 'DESC')
      .limit(limit + 1);
    if (after) query.andWhere('(attempt.submittedAt, attempt.id) < (:at, :id)', after);
    return this.withMarks(tx, await query.getMany());
  }

  private async withMarks(tx: Tx, attempts: Attempt[]): Promise<QueuedAttempt[]> {
    if (attempts.length === 0) return [];
    const attemptIds = attempts.map(({ id }) => id);
    const marks = await tx.manager.find(Assessment, { where: { attemptId: In(attemptIds) }, order: { version: 'ASC' } });
    const leases = await tx.manager.findBy(GradingLease, { attemptId: In(attemptIds) });
    return attempts.map((attempt) => ({
      attempt,
      marks: marks.filter(({ attemptId }) => attemptId === attempt.id),
      leases: leases.filter(({ attemptId }) => attemptId === attempt.id),
    }));
  }
}
