import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { idArray } from '../../../platform/database/id-array.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { AssessmentDraft } from './assessment-draft.entity.js';
import { Assessment } from './assessment.entity.js';
import { GradingLease } from './grading-lease.entity.js';
import { type InJson, readRecorded, recordedAttempts, type RecordedAttempt, type RecordedRow } from './recorded-attempts.sql.js';

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

/** An attempt on one assessor's desk, and what lies beside it. */
export interface Desk {
  /** Those of the same enrolment, the attempt among them, oldest first. */
  attempts: RecordedAttempt[];
  /** Empty for somebody whom the institution no longer knows. */
  learnerName: string;
  leases: StandingLease[];
  draft: AssessmentDraft | null;
}

export type StandingLease = Pick<GradingLease, 'marker' | 'assessorId' | 'takenAt' | 'expiresAt'>;

interface DeskRow {
  attempts: RecordedRow[];
  learnerName: string | null;
  leases: InJson<StandingLease>[];
  draft: InJson<AssessmentDraft> | null;
}

@Injectable()
export class GradingRepository {
  /** In one statement, for it is asked for with each attempt that somebody takes. `null`: there is no such attempt. */
  async desk(tx: Tx, attemptId: string, assessorId: string): Promise<Desk | null> {
    const [row] = await tx.query<DeskRow>(
      `select ${recordedAttempts('asked.enrollment_id')} as attempts,
              (select p.name from person p where p.id = asked.person_id) as "learnerName",
              (select coalesce(json_agg(json_build_object('marker', l.marker, 'assessorId', l.assessor_id,
                        'takenAt', l.taken_at, 'expiresAt', l.expires_at)), '[]')
                 from grading_lease l where l.attempt_id = asked.id) as leases,
              (select json_build_object('attemptId', d.attempt_id, 'institutionId', d.institution_id, 'assessorId', d.assessor_id,
                        'ratings', d.ratings, 'feedback', d.feedback, 'revision', d.revision, 'updatedAt', d.updated_at)
                 from assessment_draft d where d.attempt_id = asked.id and d.assessor_id = $2) as draft
         from attempt asked where asked.id = $1`,
      [attemptId, assessorId],
    );
    if (!row) return null;
    const { attempts, learnerName, leases, draft } = row;
    return {
      attempts: readRecorded(attempts),
      learnerName: learnerName ?? '',
      leases: leases.map((lease) => ({ ...lease, takenAt: new Date(lease.takenAt), expiresAt: new Date(lease.expiresAt) })),
      draft: draft && { ...draft, updatedAt: new Date(draft.updatedAt) },
    };
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

  /**
   * Assessments with the final ones of their attempts, oldest first. By the bare rows, each looked up by index: issuing asks for 500 at
   * once, for which the planner would read all attempts and assessments that there are.
   */
  async finalHistories(tx: Tx, assessmentIds: readonly string[]): Promise<FinalHistory[]> {
    const rows = await tx.query<FinalHistoryRow>(
      `select g.id as "givenId", g.decided_at as "givenAt", t.offering_id as "offeringId",
              f.id, f.verdict, f.marker, f.assessor_id as "assessorId", f.decided_at as "decidedAt"
         from assessment g
        cross join lateral (select offering_id from attempt where id = g.attempt_id limit 1) as t
         left join lateral (select id, verdict, marker, assessor_id, decided_at, version from assessment
                             where attempt_id = g.attempt_id and final offset 0) as f on true
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
