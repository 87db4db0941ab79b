import { Injectable } from '@nestjs/common';
import type { ScopedClient } from '../../../platform/database/sql.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import type { Cursor } from '../../../platform/http/paging.js';
import type { Completion, CompletionFilter } from '../domain/completion.js';
import { completionsCsv, completionsPage, filterSettings } from './completions.sql.js';

@Injectable()
export class CompletionsRepository {
  /** Newest first, one more than `limit`. */
  async list(tx: Tx, filter: CompletionFilter, publicUrl: string, after: Cursor | null, limit: number): Promise<Completion[]> {
    const { sql, values } = filterSettings(filter, publicUrl);
    await tx.query(sql, values);
    return tx.query<Completion>(completionsPage(filter), [limit + 1, after?.at ?? null, after?.id ?? null]);
  }

  /** The statement that answers the CSV, with its filter in place. */
  async prepareExport({ raw }: ScopedClient, filter: CompletionFilter, publicUrl: string): Promise<string> {
    const { sql, values } = filterSettings(filter, publicUrl);
    await raw.query(sql, values);
    return completionsCsv(filter);
  }
}
