import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import type { Credential } from './credential.entity.js';

export type ExpiredCredential = Pick<Credential, 'id' | 'institutionId'>;

@Injectable()
export class ExpiringRepository {
  /**
   * Marks credentials as expired whose signed end has come; at most so many. The end stands in the signed words alone, so only those of
   * editions whose awards are for a time are read for it.
   */
  async expire(tx: Tx, now: Date, limit: number): Promise<ExpiredCredential[]> {
    return tx.query<ExpiredCredential>(
      `with for_a_time as materialized (
         select id from edition where content #>> '{awardTerms,validityMonths}' is not null
       ), over as (
         select id from credential
          where state = 'issued' and edition_id in (select id from for_a_time) and (signed::json ->> 'validUntil')::timestamptz <= $1
          limit $2 for update skip locked
       )
       update credential c set state = 'expired' from over where c.id = over.id
       returning c.id, c.institution_id as "institutionId"`,
      [now, limit],
    );
  }
}
