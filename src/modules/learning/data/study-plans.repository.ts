import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import type { StudyPlan } from '../domain/study-plan.js';

@Injectable()
export class StudyPlansRepository {
  /** Replaces the one before, as its next version. */
  async put(tx: Tx, enrollmentId: string, plan: Omit<StudyPlan, 'version'>): Promise<StudyPlan> {
    const [{ version } = { version: 1 }] = await tx.query<{ version: number }>(
      `insert into study_plan (enrollment_id, institution_id, minutes, starts_on, version, updated_at) values ($1, $2, $3, $4, 1, $5)
       on conflict (enrollment_id) do update
         set minutes = excluded.minutes, starts_on = excluded.starts_on, version = study_plan.version + 1, updated_at = excluded.updated_at
       returning version`,
      [enrollmentId, tx.institutionId, plan.minutes, plan.startsOn, plan.updatedAt],
    );
    return { ...plan, version };
  }

  /** A week without time is no plan. The row stays, so that a later plan is a later version to who subscribes to the calendar. */
  async drop(tx: Tx, enrollmentId: string, now: Date): Promise<void> {
    await tx.query(
      'update study_plan set minutes = array_fill(0, array[7]), version = version + 1, updated_at = $2 where enrollment_id = $1',
      [enrollmentId, now],
    );
  }
}
