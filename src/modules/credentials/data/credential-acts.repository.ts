import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';
import type { CredentialState } from '../domain/credential-state.js';
import type { CredentialRevocation } from './credential-revocation.entity.js';

/** Why a new form replaces a form. */
export type SupersessionCause = 'reissue' | 'correction' | 'reinstatement' | 'key' | 'binding' | 'consent';

/** That something was done to a form, by whom (`null`: Cairn itself) and why. The reason is not public. */
export interface RecordedAct {
  institutionId: string;
  credentialId: string;
  act: 'suspension' | 'reinstatement' | 'reissue';
  cause: SupersessionCause | null;
  reason: string;
  actedBy: string | null;
  actedAt: Date;
}

/** A form of a credential that was found for revoking, with the place of its bit. */
export interface RevocableForm {
  id: string;
  publicId: string;
  state: CredentialState;
  statusListId: string;
}

/** What was done to credentials and why: records that only the institution reads. */
@Injectable()
export class CredentialActsRepository {
  async add(tx: Tx, { institutionId, credentialId, act, cause, reason, actedBy, actedAt }: RecordedAct): Promise<void> {
    await tx.query(
      `insert into credential_act (id, institution_id, credential_id, act, cause, reason, acted_by, acted_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [newId(actedAt.getTime()), institutionId, credentialId, act, cause, reason, actedBy, actedAt],
    );
  }

  async find(tx: Tx, credentialId: string, act: RecordedAct['act']): Promise<RecordedAct | null> {
    const [found] = await tx.query<RecordedAct>(
      `select institution_id as "institutionId", credential_id as "credentialId", act, cause, reason, acted_by as "actedBy", acted_at as "actedAt"
         from credential_act where credential_id = $1 and act = $2`,
      [credentialId, act],
    );
    return found ?? null;
  }

  async addRevocations(tx: Tx, revocations: readonly CredentialRevocation[]): Promise<void> {
    const [first] = revocations;
    if (!first) return;
    const { institutionId, reason, revokedBy, revokedAt } = first;
    await tx.query(
      `insert into credential_revocation (credential_id, institution_id, reason, revoked_by, revoked_at)
       select id, $2, $3, $4, $5 from unnest($1::uuid[]) as id`,
      [revocations.map(({ credentialId }) => credentialId), institutionId, reason, revokedBy, revokedAt],
    );
  }

  /** The newest forms at these public addresses, locked in one order. */
  async newestFormsLocked(tx: Tx, publicIds: readonly string[]): Promise<RevocableForm[]> {
    return tx.query<RevocableForm>(
      `select c.id, c.public_id as "publicId", c.state, i.status_list_id as "statusListId"
         from credential c join credential_intent i on i.id = c.id
        where c.public_id = any($1) and c.state <> 'superseded' order by c.id for update of c`,
      [publicIds],
    );
  }

  async markRevoked(tx: Tx, ids: readonly string[]): Promise<void> {
    await tx.query(`update credential set state = 'revoked' where id = any($1)`, [ids]);
  }
}
