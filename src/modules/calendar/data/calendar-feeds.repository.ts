import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';

/** Whose calendar an address opens. */
export interface FeedOwner {
  institutionId: string;
  institutionName: string;
  personId: string;
  /** BCP 47. */
  locale: string;
}

@Injectable()
export class CalendarFeedsRepository {
  /** A person has one address at an institution: the newest. */
  async replace(tx: Tx, personId: string, tokenHash: string, now: Date): Promise<void> {
    await tx.query(
      `insert into calendar_feed (institution_id, person_id, token_hash, created_at) values ($1, $2, $3, $4)
       on conflict (institution_id, person_id) do update set token_hash = excluded.token_hash, created_at = excluded.created_at`,
      [tx.institutionId, personId, tokenHash, now],
    );
  }

  async drop(tx: Tx, personId: string): Promise<void> {
    await tx.query('delete from calendar_feed where person_id = $1', [personId]);
  }

  async createdAt(tx: Tx, personId: string): Promise<Date | null> {
    const [feed] = await tx.query<{ createdAt: Date }>(
      'select created_at as "createdAt" from calendar_feed where person_id = $1',
      [personId],
    );
    return feed?.createdAt ?? null;
  }

  /** `null`: nobody has this address, or who had it is no member any more. */
  async owner(tx: Tx, tokenHash: string): Promise<FeedOwner | null> {
    const [owner] = await tx.query<FeedOwner>(
      `select f.institution_id as "institutionId", i.name as "institutionName", f.person_id as "personId", p.locale
         from calendar_feed f
         join institution i on i.id = f.institution_id
         join person p on p.id = f.person_id and p.suspended_at is null
         join membership m on m.person_id = f.person_id and m.institution_id = f.institution_id and m.suspended_at is null
        where f.token_hash = $1`,
      [tokenHash],
    );
    return owner ?? null;
  }
}
