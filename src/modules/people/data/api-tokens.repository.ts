import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { ApiToken } from './api-token.entity.js';

@Injectable()
export class ApiTokensRepository {
  async add(tx: Tx, token: ApiToken): Promise<void> {
    await tx.manager.insert(ApiToken, token);
  }

  /** Not revoked ones of the person at the institution, newest first; expired ones are shown, because that explains a refusal. */
  async ofPerson(tx: Tx, institutionId: string, personId: string): Promise<ApiToken[]> {
    return tx.manager.find(ApiToken, {
      where: { institutionId, personId, revokedAt: IsNull() },
      order: { createdAt: 'DESC', id: 'DESC' },
    });
  }

  /** False when there was none to revoke. */
  async revoke(tx: Tx, institutionId: string, personId: string, id: string, now: Date): Promise<boolean> {
    const result = await tx.manager.update(ApiToken, { id, institutionId, personId, revokedAt: IsNull() }, { revokedAt: now });
    return result.affected === 1;
  }
}
