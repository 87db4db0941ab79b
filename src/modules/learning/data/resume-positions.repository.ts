import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { ResumePosition } from './resume-position.entity.js';

@Injectable()
export class ResumePositionsRepository {
  /** The last one told stands. */
  async put(tx: Tx, { enrollmentId, institutionId, activityId, place, updatedAt }: ResumePosition): Promise<void> {
    await tx.query(
      `insert into resume_position (enrollment_id, institution_id, activity_id, place, updated_at) values ($1, $2, $3, $4, $5)
       on conflict (enrollment_id) do update
         set activity_id = excluded.activity_id, place = excluded.place, updated_at = excluded.updated_at`,
      [enrollmentId, institutionId, activityId, JSON.stringify(place), updatedAt],
    );
  }
}
