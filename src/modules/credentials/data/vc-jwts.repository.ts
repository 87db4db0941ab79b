import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { DEFAULT_JWT_ALGORITHMS, type JwtAlgorithm } from '../domain/key-algorithms.js';
import type { Credential } from './credential.entity.js';
import { VcJwt } from './vc-jwt.entity.js';
import { VcJwtSetting } from './vc-jwt-setting.entity.js';

@Injectable()
export class VcJwtsRepository {
  /** What the institution offers; version 0 is the default that nobody changed yet. */
  async setting(tx: Tx, institutionId: string): Promise<VcJwtSetting> {
    const chosen = await tx.manager.findOneBy(VcJwtSetting, { institutionId });
    return chosen ?? { institutionId, algorithms: [...DEFAULT_JWT_ALGORITHMS], version: 0 };
  }

  async saveSetting(tx: Tx, setting: VcJwtSetting): Promise<void> {
    await tx.manager.upsert(VcJwtSetting, { ...setting }, ['institutionId']);
  }

  /** Those of the credentials that have no such form yet. */
  async without(
    tx: Tx,
    credentialIds: readonly string[],
    algorithm: JwtAlgorithm,
  ): Promise<Pick<Credential, 'id' | 'institutionId' | 'signed'>[]> {
    return tx.query(
      `select c.id, c.institution_id as "institutionId", c.signed from credential c
        where c.id = any($1) and not exists (select from vc_jwt j where j.credential_id = c.id and j.algorithm = $2)
        order by c.id`,
      [credentialIds, algorithm],
    );
  }

  /** Keeps the first one of a credential and an algorithm. */
  async addOnce(tx: Tx, forms: readonly VcJwt[]): Promise<void> {
    if (forms.length === 0) return;
    await tx.manager
      .createQueryBuilder()
      .insert()
      .into(VcJwt)
      .values([...forms])
      .orIgnore()
      .execute();
  }

  async of(tx: Tx, credentialId: string): Promise<VcJwt[]> {
    return tx.manager.findBy(VcJwt, { credentialId });
  }

  /** Removes the forms that a key signed, and says whose they were. */
  async removeSignedBy(tx: Tx, signingKeyId: string): Promise<string[]> {
    const removed = await tx.query<{ credentialId: string }>(
      'delete from vc_jwt where signing_key_id = $1 returning credential_id as "credentialId"',
      [signingKeyId],
    );
    return removed.map(({ credentialId }) => credentialId);
  }

  /**
   * Credentials issued before a time that lack a form their institution offers, by institution. Not those of institutions that are busy
   * making some, or whose last attempt was set aside since `failedSince`. Costs a look at every credential, so it is not asked often.
   */
  async missing(
    tx: Tx,
    issuedBefore: Date,
    failedSince: Date,
    limit: number,
  ): Promise<{ institutionId: string; credentialIds: string[] }[]> {
    return tx.query(
      `select institution_id as "institutionId", array_agg(id order by id) as "credentialIds"
         from (select c.institution_id, c.id
                 from credential c left join vc_jwt_setting s on s.institution_id = c.institution_id
                where c.issued_at < $1
                  and exists (select from unnest(coalesce(s.algorithms, $4::text[])) as offered (algorithm)
                               where not exists (select from vc_jwt j where j.credential_id = c.id and j.algorithm = offered.algorithm))
                  and not exists (select from outbox o where o.job = 'make-vc-jwts' and o.institution_id = c.institution_id
                                     and o.done_at is null and (o.dead_at is null or o.dead_at > $2))
                order by c.institution_id, c.id limit $3) lacking
        group by institution_id order by institution_id`,
      [issuedBefore, failedSince, limit, DEFAULT_JWT_ALGORITHMS],
    );
  }
}
