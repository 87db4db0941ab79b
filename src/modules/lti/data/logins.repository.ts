import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';

/** A login that was begun at a platform and has not come back yet. */
export interface PendingLogin {
  stateHash: string;
  institutionId: string;
  registrationId: string;
  nonceHash: string;
  browserHash: string;
  /** Of what the platform may keep for a browser that keeps no cookie; `null` where a cookie is sure. */
  storageHash: string | null;
  storageTarget: string | null;
  expiresAt: Date;
}

@Injectable()
export class LoginsRepository {
  async add(
    tx: Tx,
    { stateHash, institutionId, registrationId, nonceHash, browserHash, storageHash, storageTarget, expiresAt }: PendingLogin,
  ): Promise<void> {
    await tx.query(
      `insert into lti_login (state_hash, institution_id, registration_id, nonce_hash, browser_hash, storage_hash, storage_target, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [stateHash, institutionId, registrationId, nonceHash, browserHash, storageHash, storageTarget, expiresAt],
    );
  }

  /** Uses a login up, in the very statement that finds it: of two answers at once, one gets it. */
  async take(tx: Tx, stateHash: string, now: Date): Promise<PendingLogin | null> {
    const [login] = await tx.query<PendingLogin>(
      `delete from lti_login where state_hash = $1 and expires_at > $2
       returning state_hash as "stateHash", institution_id as "institutionId", registration_id as "registrationId",
                 nonce_hash as "nonceHash", browser_hash as "browserHash", storage_hash as "storageHash",
                 storage_target as "storageTarget", expires_at as "expiresAt"`,
      [stateHash, now],
    );
    return login ?? null;
  }

  async forget(tx: Tx, past: Date): Promise<void> {
    await tx.query('delete from lti_login where expires_at < $1', [past]);
  }
}
