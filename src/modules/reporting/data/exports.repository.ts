import { Injectable } from '@nestjs/common';
import type { ScopedClient } from '../../../platform/database/sql.js';

@Injectable()
export class ExportsRepository {
  /** False: the person's other export is still running, in this process or another. The claim ends with the transaction. */
  async claim({ raw }: ScopedClient, personId: string): Promise<boolean> {
    const { rows } = await raw.query<{ claimed: boolean }>(
      `select pg_try_advisory_xact_lock(hashtextextended('export ' || $1, 0)) as claimed`,
      [personId],
    );
    return rows[0]?.claimed ?? false;
  }

  /** No statement of the transaction runs longer. */
  async limit({ raw }: ScopedClient, seconds: number): Promise<void> {
    await raw.query(`select set_config('statement_timeout', $1, true)`, [`${seconds}s`]);
  }
}
