import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { Credential } from './credential.entity.js';
import { Portfolio } from './portfolio.entity.js';

@Injectable()
export class PortfoliosRepository {
  async of(tx: Tx, institutionId: string, personId: string): Promise<Portfolio | null> {
    return tx.manager.findOneBy(Portfolio, { institutionId, personId });
  }

  async lockedOf(tx: Tx, institutionId: string, personId: string): Promise<Portfolio | null> {
    return tx.manager.findOne(Portfolio, { where: { institutionId, personId }, lock: { mode: 'pessimistic_write' } });
  }

  async findByPublicId(tx: Tx, publicId: string): Promise<Portfolio | null> {
    return tx.manager.findOneBy(Portfolio, { publicId });
  }

  async add(tx: Tx, portfolio: Portfolio): Promise<void> {
    await tx.manager.insert(Portfolio, { ...portfolio });
  }

  async save(tx: Tx, portfolio: Portfolio): Promise<void> {
    await tx.manager.update(Portfolio, { id: portfolio.id }, { ...portfolio });
  }

  /** Those of the person among the ids, in no order. */
  async credentialsOf(tx: Tx, personId: string, ids: readonly string[]): Promise<Credential[]> {
    return tx.manager.findBy(Credential, { personId, id: In([...ids]) });
  }
}
