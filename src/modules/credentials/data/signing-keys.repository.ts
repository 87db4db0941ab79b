import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { SigningKey } from './signing-key.entity.js';

@Injectable()
export class SigningKeysRepository {
  /** Makes the keys of an institution take turns, so that two first awards do not make two keys. */
  async lock(tx: Tx, institutionId: string): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('signing-keys ' || $1, 0))`, [institutionId]);
  }

  async add(tx: Tx, key: SigningKey): Promise<void> {
    await tx.manager.insert(SigningKey, { ...key });
  }

  async save(tx: Tx, key: SigningKey): Promise<void> {
    await tx.manager.update(SigningKey, { id: key.id }, { ...key });
  }

  async active(tx: Tx, institutionId: string): Promise<SigningKey | null> {
    return tx.manager.findOneBy(SigningKey, { institutionId, state: 'active' });
  }

  async find(tx: Tx, id: string): Promise<SigningKey | null> {
    return tx.manager.findOneBy(SigningKey, { id });
  }

  async all(tx: Tx, institutionId: string): Promise<SigningKey[]> {
    return tx.manager.find(SigningKey, { where: { institutionId }, order: { createdAt: 'ASC' } });
  }
}
