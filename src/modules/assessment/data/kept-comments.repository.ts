import { Injectable } from '@nestjs/common';
import type { Cursor } from '../../../platform/http/paging.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import type { CommentPlace } from '../domain/kept-comment.js';

/** A comment that an assessor keeps for using again. */
export interface KeptComment extends CommentPlace {
  id: string;
  institutionId: string;
  personId: string;
  text: string;
  shared: boolean;
  uses: number;
  createdAt: Date;
  touchedAt: Date;
  version: number;
}

/** With its author's name; `null` when nobody knows it any more. */
export type NamedComment = KeptComment & { authorName: string | null };

interface Wanted {
  personId: string;
  microCredentialId: string;
  /** Without: those of all criteria. */
  criterionId: string | undefined;
  words: string;
  after: Cursor | null;
  limit: number;
}

const COLUMNS = `k.id, k.institution_id as "institutionId", k.person_id as "personId", k.micro_credential_id as "microCredentialId",
  k.criterion_id as "criterionId", k.text, k.shared, k.uses, k.created_at as "createdAt", k.touched_at as "touchedAt", k.version`;

@Injectable()
export class KeptCommentsRepository {
  /** Adds it, unless the same is kept in the same place: then it answers that one. */
  async add(tx: Tx, comment: KeptComment): Promise<KeptComment> {
    const place = [comment.personId, comment.microCredentialId, comment.criterionId, comment.text];
    const [added] = await tx.query<KeptComment>(
      `insert into kept_comment as k
         (person_id, micro_credential_id, criterion_id, text, id, institution_id, shared, uses, created_at, touched_at, version)
       values ($1, $2, $3, $4, $5, $6, $7, 0, $8, $8, 1) on conflict do nothing returning ${COLUMNS}`,
      [...place, comment.id, comment.institutionId, comment.shared, comment.createdAt],
    );
    if (added) return added;
    const [known] = await tx.query<KeptComment>(
      `select ${COLUMNS} from kept_comment k
        where person_id = $1 and micro_credential_id is not distinct from $2::uuid
          and criterion_id is not distinct from $3::text and text = $4`,
      place,
    );
    if (!known) throw new Error('A comment that could not be added is not there');
    return known;
  }

  /** Their own, and what those who assess the same micro-credential share; the last used first. */
  async offered(tx: Tx, wanted: Wanted): Promise<NamedComment[]> {
    const { personId, microCredentialId, criterionId, words, after, limit } = wanted;
    return tx.query<NamedComment>(
      `select ${COLUMNS}, p.name as "authorName"
         from kept_comment k left join person p on p.id = k.person_id
        where (k.person_id = $1 or (k.shared and k.micro_credential_id = $2))
          and (k.micro_credential_id is null or k.micro_credential_id = $2)
          and ($3::text is null or k.criterion_id is null or k.criterion_id = $3)
          and position(lower($4) in lower(k.text)) > 0
          and ($5::timestamptz is null or (k.touched_at, k.id) < ($5, $6::uuid))
        order by k.touched_at desc, k.id desc limit $7`,
      [personId, microCredentialId, criterionId ?? null, words, after?.at ?? null, after?.id ?? null, limit + 1],
    );
  }

  async count(tx: Tx, personId: string): Promise<number> {
    const [row] = await tx.query<{ count: number }>('select count(*)::int as count from kept_comment where person_id = $1', [
      personId,
    ]);
    return row?.count ?? 0;
  }

  async findLocked(tx: Tx, id: string): Promise<KeptComment | null> {
    const [row] = await tx.query<KeptComment>(`select ${COLUMNS} from kept_comment k where id = $1 for update`, [id]);
    return row ?? null;
  }

  async save(tx: Tx, { id, text, shared, uses, touchedAt, version }: KeptComment): Promise<void> {
    await tx.query('update kept_comment set text = $2, shared = $3, uses = $4, touched_at = $5, version = $6 where id = $1', [
      id,
      text,
      shared,
      uses,
      touchedAt,
      version,
    ]);
  }

  /** The same text of the same author in the same place, if there is another. */
  async twin(tx: Tx, { id, personId, microCredentialId, criterionId, text }: KeptComment): Promise<boolean> {
    const rows = await tx.query(
      `select from kept_comment where id <> $1 and person_id = $2 and micro_credential_id is not distinct from $3::uuid
         and criterion_id is not distinct from $4::text and text = $5`,
      [id, personId, microCredentialId, criterionId, text],
    );
    return rows.length > 0;
  }

  async remove(tx: Tx, id: string): Promise<void> {
    await tx.query('delete from kept_comment where id = $1', [id]);
  }

  /** Whether the person assesses an offering of the micro-credential. */
  async assesses(tx: Tx, personId: string, microCredentialId: string): Promise<boolean> {
    const rows = await tx.query(
      `select from offering_staff s join offering o on o.id = s.offering_id join edition e on e.id = o.edition_id
        where s.person_id = $1 and s.role = 'assessor' and e.micro_credential_id = $2 limit 1`,
      [personId, microCredentialId],
    );
    return rows.length > 0;
  }
}
