import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import type { Cursor } from '../../../platform/http/paging.js';
import { ImportRun } from './import-run.entity.js';

@Injectable()
export class ImportRunsRepository {
  async add(tx: Tx, run: ImportRun): Promise<void> {
    await tx.manager.insert(ImportRun, { ...run });
  }

  async find(tx: Tx, id: string): Promise<ImportRun | null> {
    return tx.manager.findOneBy(ImportRun, { id });
  }

  /** The run of a package's file. */
  async findOfFile(tx: Tx, fileId: string): Promise<ImportRun | null> {
    return tx.manager.findOneBy(ImportRun, { fileId });
  }

  async findLocked(tx: Tx, id: string): Promise<ImportRun | null> {
    return tx.manager.findOne(ImportRun, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async save(tx: Tx, run: ImportRun): Promise<void> {
    await tx.manager.update(ImportRun, { id: run.id }, { ...run });
  }

  /** Newest first, one more than `limit`. */
  async list(tx: Tx, after: Cursor | null, limit: number): Promise<ImportRun[]> {
    const query = tx.manager
      .createQueryBuilder(ImportRun, 'run')
      .orderBy('run.createdAt', 'DESC')
      .addOrderBy('run.id', 'DESC')
      .limit(limit + 1);
    if (after) query.andWhere('(run.createdAt, run.id) < (:at, :id)', after);
    return query.getMany();
  }
}
