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

  /** False: the person's other export is still running, in this process or another. The claim ends with the transaction. */
  async claimExport({ raw }: ScopedClient, personId: string): Promise<boolean> {
    const { rows } = await raw.query<{ claimed: boolean }>(
      `select pg_try_advisory_xact_lock(hashtextextended('completions export ' || $1, 0)) as claimed`,
      [personId],
    );
    return rows[0]?.claimed ?? false;
  }

  /** The statement that answers the CSV, its filter and its time limit in place. */
  async prepareExport({ raw }: ScopedClient, filter: CompletionFilter, publicUrl: string, limitSeconds: number): Promise<string> {
    const { sql, values } = filterSettings(filter, publicUrl);
    await raw.query(sql, values);
    await raw.query(`select set_config('statement_timeout', $1, true)`, [`${limitSeconds}s`]);
    return completionsCsv(filter);
  }
}
