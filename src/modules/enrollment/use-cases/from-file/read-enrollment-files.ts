import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../../platform/http/access.js';
import { readCursor } from '../../../../platform/http/paging.js';
import { Problem } from '../../../../platform/http/problem.js';
import { notFound } from '../../../../platform/http/problems.js';
import {
  EnrollmentImportsRepository,
  type ImportProgress,
  type ReportedImportRow,
} from '../../data/enrollment-imports.repository.js';
import type { ImportRowState } from '../../domain/import-row-state.js';

interface PageWanted {
  cursor?: string | undefined;
  limit: number;
}

/** Files of people, how far they have come, and what became of each row. */
@Injectable()
export class ReadEnrollmentFiles {
  constructor(
    private readonly work: UnitOfWork,
    private readonly imports: EnrollmentImportsRepository,
  ) {}

  /** Newest first, one more than `limit`. */
  async list(
    actor: Actor,
    { offeringId, cursor, limit }: PageWanted & { offeringId?: string | undefined },
  ): Promise<ImportProgress[]> {
    return this.work.run(actor, (tx) => this.imports.list(tx, offeringId ?? null, readCursor(cursor), limit));
  }

  async one(actor: Actor, id: string): Promise<ImportProgress> {
    const found = await this.work.run(actor, (tx) => this.imports.find(tx, id));
    if (!found) throw new Problem(notFound);
    return found;
  }

  /** In the order of the file, one more than `limit`. */
  async rows(
    actor: Actor,
    id: string,
    { state, cursor, limit }: PageWanted & { state?: ImportRowState | undefined },
  ): Promise<ReportedImportRow[]> {
    const after = readCursor(cursor);
    return this.work.run(actor, async (tx) => {
      if (!(await this.imports.find(tx, id))) throw new Problem(notFound);
      // Rows have a line where other lists have a time. Whatever a forged cursor says, a line is a small whole number.
      const afterLine = after === null ? 0 : Math.max(0, Math.min(after.at.getTime(), 2_000_000_000));
      return this.imports.rows(tx, id, { state, afterLine, limit });
    });
  }
}
