import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { InstitutionLook } from './institution-look.entity.js';

@Injectable()
export class InstitutionLooksRepository {
  async add(tx: Tx, look: InstitutionLook): Promise<void> {
    await tx.manager.insert(InstitutionLook, { ...look });
  }

  async latest(tx: Tx, institutionId: string): Promise<InstitutionLook | null> {
    return tx.manager.findOne(InstitutionLook, { where: { institutionId }, order: { version: 'DESC' } });
  }

  /** The one in force at that moment. */
  async at(tx: Tx, institutionId: string, moment: Date): Promise<InstitutionLook | null> {
    return tx.manager
      .createQueryBuilder(InstitutionLook, 'look')
      .where('look.institutionId = :institutionId and look.createdAt <= :moment', { institutionId, moment })
      .orderBy('look.version', 'DESC')
      .getOne();
  }

  /** Makes those who change an institution's look take turns, until the transaction ends. */
  async lock(tx: Tx, institutionId: string): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('institution look ' || $1, 0))`, [institutionId]);
  }
}
