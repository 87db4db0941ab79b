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

  /** Forgets the forms of a credential; false: there were none. */
  async forget(tx: Tx, credentialId: string): Promise<boolean> {
    const gone = await tx.query('delete from vc_jwt where credential_id = $1 returning credential_id', [credentialId]);
    return gone.length > 0;
  }
}
