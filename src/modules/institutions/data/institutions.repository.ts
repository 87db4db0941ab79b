import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { Institution } from './institution.entity.js';

@Injectable()
export class InstitutionsRepository {
  async add(tx: Tx, institution: Institution): Promise<void> {
    await tx.manager.insert(Institution, institution);
  }

  async find(tx: Tx, id: string): Promise<Institution | null> {
    return tx.manager.findOneBy(Institution, { id });
  }

  async findBySlug(tx: Tx, slug: string): Promise<Institution | null> {
    return tx.manager.findOneBy(Institution, { slug });
  }

  /** Locks the row until the transaction ends, so that the version checked is the version written. */
  async findForChange(tx: Tx, id: string): Promise<Institution | null> {
    return tx.manager.findOne(Institution, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async save(tx: Tx, institution: Institution): Promise<void> {
    await tx.manager.update(Institution, { id: institution.id }, institution);
  }

  async count(tx: Tx): Promise<number> {
    return tx.manager.count(Institution);
  }
}
