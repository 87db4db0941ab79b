import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import type { Cursor } from '../../../platform/http/paging.js';

export interface Note {
  enrollmentId: string;
  activityId: string;
  /** Markdown. */
  text: string;
  /** 0: nothing was written yet. */
  version: number;
  updatedAt: Date | null;
}

/** A note among others: it was written, and stands in an edition. */
export interface WrittenNote extends Note {
  updatedAt: Date;
  editionId: string;
}

const COLUMNS = `n.enrollment_id as "enrollmentId", n.activity_id as "activityId", n.text, n.version, n.updated_at as "updatedAt"`;

@Injectable()
export class NotesRepository {
  async find(tx: Tx, enrollmentId: string, activityId: string): Promise<Note> {
    const [note] = await tx.query<Note>(`select ${COLUMNS} from note n where n.enrollment_id = $1 and n.activity_id = $2`, [
      enrollmentId,
      activityId,
    ]);
    return note ?? { enrollmentId, activityId, text: '', version: 0, updatedAt: null };
  }

  /** Writes over the version `expected` and no other; `null`: it is another by now. */
  async put(
    tx: Tx,
    note: Omit<WrittenNote, 'version' | 'editionId'> & { personId: string },
    expected: number,
  ): Promise<Note | null> {
    const { enrollmentId, activityId, personId, text, updatedAt } = note;
    const [written] = await tx.query<Note>(
      `insert into note as n (enrollment_id, activity_id, institution_id, person_id, text, version, updated_at)
       select $1::uuid, $2::uuid, $3::uuid, $4::uuid, $5::text, 1, $6::timestamptz where $7::int = 0 or exists (select from note where enrollment_id = $1::uuid and activity_id = $2::uuid)
       on conflict (enrollment_id, activity_id) do update
         set text = excluded.text, version = n.version + 1, updated_at = excluded.updated_at where n.version = $7::int
       returning ${COLUMNS}`,
      [enrollmentId, activityId, tx.institutionId, personId, text, updatedAt, expected],
    );
    return written ?? null;
  }

  /** Those of a person that are not empty and hold the words, the newest first; one more than `limit`. */
  async list(tx: Tx, personId: string, words: string, after: Cursor | null, limit: number): Promise<WrittenNote[]> {
    return tx.query<WrittenNote>(
      `select ${COLUMNS}, e.edition_id as "editionId"
         from note n join enrollment e on e.id = n.enrollment_id
        where n.person_id = $1 and n.text <> '' and strpos(lower(n.text), lower($2)) > 0
          and ($3::timestamptz is null or (n.updated_at, n.activity_id) < ($3, $4::uuid))
        order by n.updated_at desc, n.activity_id desc limit $5`,
      [personId, words, after?.at ?? null, after?.id ?? null, limit + 1],
    );
  }
}
