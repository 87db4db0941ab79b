import { idArray } from '../database/id-array.js';
import type { Tx } from '../database/unit-of-work.js';
import { NOTICE_KINDS, type NoticeKind } from './notice-kinds.js';

/** Those of the people who hear of a kind: in the product, or by mail at an address that they have. In one statement. */
export async function whoHears(
  tx: Tx,
  institutionId: string,
  personIds: readonly string[],
  kind: NoticeKind,
): Promise<ReadonlySet<string>> {
  const rows = await tx.query<{ id: string }>(
    `select p.id from person p
       left join notice_preference c on c.institution_id = $1 and c.person_id = p.id and c.kind = $3
      where p.id = any($2::uuid[])
        and (coalesce(c.in_product, true) or (coalesce(c.by_mail, $4) and p.email is not null))`,
    [institutionId, idArray(personIds), kind, NOTICE_KINDS[kind].byMail],
  );
  return new Set(rows.map(({ id }) => id));
}
