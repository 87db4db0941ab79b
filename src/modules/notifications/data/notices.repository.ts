import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import type { Cursor } from '../../../platform/http/paging.js';
import type { NoticeKind } from '../../../platform/notices/notice-kinds.js';

/** A notice as its reader sees it. */
export interface ReadableNotice {
  id: string;
  kind: NoticeKind;
  enrollmentId: string | null;
  offeringId: string | null;
  microCredential: string | null;
  offering: string | null;
  particulars: Record<string, unknown>;
  createdAt: Date;
  readAt: Date | null;
}

export interface Preference {
  kind: NoticeKind;
  inProduct: boolean;
  byMail: boolean;
}

@Injectable()
export class NoticesRepository {
  /** The newest first, one more than `limit`. */
  async list(
    tx: Tx,
    personId: string,
    { unread, after, limit }: { unread: boolean; after: Cursor | null; limit: number },
  ): Promise<ReadableNotice[]> {
    return tx.query<ReadableNotice>(
      `select n.id, n.kind, n.enrollment_id as "enrollmentId", n.offering_id as "offeringId", d.title as "microCredential",
              o.title as offering, n.particulars, n.created_at as "createdAt", n.read_at as "readAt"
         from notice n
         left join enrollment e on e.id = n.enrollment_id
         left join offering o on o.id = coalesce(n.offering_id, e.offering_id)
         left join edition d on d.id = coalesce(e.edition_id, o.edition_id, (n.particulars->>'editionId')::uuid)
        where n.institution_id = $1 and n.person_id = $2 and (not $3 or n.read_at is null)
          and ($4::timestamptz is null or (n.created_at, n.id) < ($4, $5::uuid))
        order by n.created_at desc, n.id desc limit $6`,
      [tx.institutionId, personId, unread, after?.at ?? null, after?.id ?? null, limit + 1],
    );
  }

  /** Not beyond `most`. */
  async countUnread(tx: Tx, personId: string, most: number): Promise<number> {
    const [row] = await tx.query<{ count: number }>(
      `select count(*)::int as count from (
         select from notice where institution_id = $1 and person_id = $2 and read_at is null limit $3) as unread`,
      [tx.institutionId, personId, most],
    );
    return row?.count ?? 0;
  }

  /** Keeps the time at which it was first read; `readAt` `null`: it is unread again. False: there is no such notice. */
  async mark(tx: Tx, personId: string, id: string, readAt: Date | null): Promise<boolean> {
    const marked = await tx.query(
      `update notice set read_at = case when $4::timestamptz is null then null else coalesce(read_at, $4) end
        where institution_id = $1 and person_id = $2 and id = $3 returning id`,
      [tx.institutionId, personId, id, readAt],
    );
    return marked.length > 0;
  }

  async markAll(tx: Tx, personId: string, readAt: Date): Promise<void> {
    await tx.query('update notice set read_at = $3 where institution_id = $1 and person_id = $2 and read_at is null', [
      tx.institutionId,
      personId,
      readAt,
    ]);
  }

  async preferences(tx: Tx, personId: string): Promise<Preference[]> {
    return tx.query<Preference>(
      `select kind, in_product as "inProduct", by_mail as "byMail" from notice_preference
        where institution_id = $1 and person_id = $2`,
      [tx.institutionId, personId],
    );
  }

  async prefer(tx: Tx, personId: string, { kind, inProduct, byMail }: Preference): Promise<void> {
    await tx.query(
      `insert into notice_preference (institution_id, person_id, kind, in_product, by_mail) values ($1, $2, $3, $4, $5)
       on conflict (institution_id, person_id, kind) do update set in_product = excluded.in_product, by_mail = excluded.by_mail`,
      [tx.institutionId, personId, kind, inProduct, byMail],
    );
  }
}
