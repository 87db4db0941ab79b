import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';

/** How much is kept of what somebody did at an institution. */
export interface Held {
  places: number;
  facts: number;
  quizzes: number;
  drafts: number;
  submissions: number;
  notes: number;
  badges: number;
  /** What learners alone do not have: verdicts they gave, files, arrangements, awards by the office. */
  others: number;
}

const OF_PLACES = 'where enrollment_id in (select id from enrollment where person_id = $1)';

@Injectable()
export class HeldQuery {
  async of(tx: Tx, personId: string): Promise<Held> {
    const [held] = await tx.query<Held>(
      `select (select count(*) from enrollment where person_id = $1)::int as places,
              (select count(*) from progress_fact ${OF_PLACES})::int as facts,
              (select count(*) from quiz_attempt ${OF_PLACES})::int as quizzes,
              (select count(*) from submission ${OF_PLACES})::int as drafts,
              (select count(*) from attempt where person_id = $1)::int as submissions,
              (select count(*) from note where person_id = $1)::int as notes,
              (select count(*) from credential where person_id = $1)::int as badges,
              ((select count(*) from course_completion where person_id = $1)
                + (select count(*) from historic_award where person_id = $1)
                + (select count(*) from accommodation where person_id = $1)
                + (select count(*) from edition_move ${OF_PLACES})
                + (select count(*) from credential_choice where person_id = $1)
                + (select count(*) from backpack_credential where person_id = $1)
                + (select count(*) from portfolio where person_id = $1)
                + (select count(*) from assessment where assessor_id = $1)
                + (select count(*) from assessment_draft where assessor_id = $1)
                + (select count(*) from kept_comment where person_id = $1)
                + (select count(*) from upload where person_id = $1)
                + (select count(*) from stored_file where created_by = $1))::int as others`,
      [personId],
    );
    if (!held) throw new Error('Counts have one row');
    return held;
  }

  /** Whether anything says who did it. Nothing can be recorded at their places meanwhile: every such row takes hold of its place. */
  async isAnyLocked(tx: Tx, personId: string): Promise<boolean> {
    await tx.query('select id from enrollment where person_id = $1 order by id for update', [personId]);
    const { places: _, ...recorded } = await this.of(tx, personId);
    return Object.values(recorded).some((count) => count > 0);
  }
}
