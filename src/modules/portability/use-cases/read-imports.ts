import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/http/access.js';
import { readCursor } from '../../../platform/http/paging.js';
import { Problem } from '../../../platform/http/problem.js';
import { notFound } from '../../../platform/http/problems.js';
import type { ImportRun } from '../data/import-run.entity.js';
import { ImportRunsRepository } from '../data/import-runs.repository.js';

@Injectable()
export class ReadImports {
  constructor(
    private readonly work: UnitOfWork,
    private readonly runs: ImportRunsRepository,
  ) {}

  async one(actor: Actor, id: string): Promise<ImportRun> {
    const run = await this.work.run(actor, (tx) => this.runs.find(tx, id));
    if (!run) throw new Problem(notFound);
    return run;
  }

  async list(actor: Actor, { cursor, limit }: { cursor?: string | undefined; limit: number }): Promise<ImportRun[]> {
    return this.work.run(actor, (tx) => this.runs.list(tx, readCursor(cursor), limit));
  }
}
