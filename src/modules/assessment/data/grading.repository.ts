import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { idArray } from '../../../platform/database/id-array.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { AssessmentDraft } from './assessment-draft.entity.js';
import { Assessment } from './assessment.entity.js';
import { GradingLease } from './grading-lease.entity.js';

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
}
