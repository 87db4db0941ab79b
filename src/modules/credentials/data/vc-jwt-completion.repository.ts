import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { DEFAULT_JWT_ALGORITHMS, type JwtAlgorithm } from '../domain/key-algorithms.js';

/** The VC-JWT forms that an institution offers. */
export interface OfferedForms {
  institutionId: string;
  algorithms: JwtAlgorithm[];
}

export interface LackingCredential {
  id: string;
  issuedAt: Date;
}

const EVER = new Date(0);

/** How far the VC-JWT forms of institutions are known to be complete, so that finding what is missing costs a look at what is new. */
@Injectable()
export class VcJwtCompletionRepository {
  /**
   * Institutions with credentials, issued before a time, that are not known to have every form. Not those that are busy making some, or
   * whose last attempt was set aside since `failedSince`.
   */
  async unproven(tx: Tx, issuedBefore: Date, failedSince: Date): Promise<OfferedForms[]> {
    return tx.query<OfferedForms>(
      `with busy as materialized (
         select institution_id from outbox where job = 'make-vc-jwts' and done_at is null and dead_at is null
         union all
         select institution_id from outbox where job = 'make-vc-jwts' and done_at is null and dead_at > $2
       ), offered as materialized (
         select i.id, o.algorithms, case when o.algorithms <@ k.algorithms then k.issued_until end as known_until
           from institution i
           left join vc_jwt_setting s on s.institution_id = i.id
           left join vc_jwt_completion k on k.institution_id = i.id
          cross join lateral (select coalesce(s.algorithms, $3::text[]) as algorithms) o
       )
       select id as "institutionId", algorithms from offered
        where cardinality(algorithms) > 0 and id not in (select institution_id from busy)
          and (select max(c.issued_at) from credential c where c.institution_id = offered.id and c.issued_at < $1)
              >= coalesce(known_until, '-infinity')
        order by id`,
      [issuedBefore, failedSince, DEFAULT_JWT_ALGORITHMS],
    );
  }

  /** Credentials issued before then which lack a form, oldest first; those that are known to lack none are passed over. What is known stays so until the transaction ends. */
  async lacking(tx: Tx, { institutionId, algorithms }: OfferedForms, before: Date, limit: number): Promise<LackingCredential[]> {
    await this.ensure(tx, institutionId);
    const [known] = await tx.query<{ until: Date }>(
      'select case when $2 <@ algorithms then issued_until else $3 end as until from vc_jwt_completion where institution_id = $1 for update',
      [institutionId, algorithms, EVER],
    );
    return tx.query<LackingCredential>(
      `select c.id, c.issued_at as "issuedAt" from credential c
        where c.institution_id = $1 and c.issued_at >= $2 and c.issued_at < $3
          and exists (select from unnest($4::text[]) as offered (algorithm)
                       where not exists (select from vc_jwt j where j.credential_id = c.id and j.algorithm = offered.algorithm))
        order by c.issued_at, c.id limit $5`,
      [institutionId, known?.until ?? EVER, before, algorithms, limit],
    );
  }

  /** Every credential of the institution that was issued before then has these forms. */
  async prove(tx: Tx, { institutionId, algorithms }: OfferedForms, issuedUntil: Date): Promise<void> {
    await tx.query('update vc_jwt_completion set algorithms = $2, issued_until = $3 where institution_id = $1', [
      institutionId,
      algorithms,
      issuedUntil,
    ]);
  }

  /** Nothing is known any more: forms were taken away. */
  async forget(tx: Tx, institutionId: string): Promise<void> {
    // Also where nothing was known: it waits for who is about to write down otherwise.
    await this.ensure(tx, institutionId);
    await tx.query(`update vc_jwt_completion set algorithms = '{}' where institution_id = $1`, [institutionId]);
  }

  private async ensure(tx: Tx, institutionId: string): Promise<void> {
    await tx.query(
      `insert into vc_jwt_completion (institution_id, algorithms, issued_until) values ($1, '{}', $2) on conflict do nothing`,
      [institutionId, EVER],
    );
  }
}
