import { Injectable } from '@nestjs/common';
import type { ScopedClient } from '../../../platform/database/sql.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import type { RiskMoments } from '../domain/learner-risk.js';
import type { RosterFilter, RosterKey, RosterRow, RosterSort } from '../domain/roster.js';
import { rosterCount, rosterCsv, rosterIds, rosterPage } from './roster.sql.js';

/** Everybody's places, by one filter. */
@Injectable()
export class RosterRepository {
  /** One more than `limit`. */
  async page(
    tx: Tx,
    filter: RosterFilter,
    { sort, moments, after, limit }: { sort: RosterSort; moments: RiskMoments; after: RosterKey | null; limit: number },
  ): Promise<RosterRow[]> {
    const { text, values } = rosterPage(filter, sort, moments, after, limit + 1);
    return tx.query<RosterRow>(text, values);
  }

  /** Counts to one more than `most`. */
  async count(tx: Tx, filter: RosterFilter, moments: RiskMoments, most: number): Promise<number> {
    const { text, values } = rosterCount(filter, moments, most);
    const [row] = await tx.query<{ count: number }>(text, values);
    return row?.count ?? 0;
  }

  /** In no order; one more than `most` where there are more. */
  async ids(tx: Tx, filter: RosterFilter, moments: RiskMoments, most: number): Promise<string[]> {
    const { text, values } = rosterIds(filter, moments, most);
    return (await tx.query<{ id: string }>(text, values)).map(({ id }) => id);
  }

  /** The statement that answers the CSV, with its filter in settings of the transaction. */
  async prepareExport({ raw }: ScopedClient, filter: RosterFilter, moments: RiskMoments): Promise<string> {
    const values: string[] = [];
    const statement = rosterCsv(
      filter,
      moments,
      (value, type) => `current_setting('roster.value_${values.push(value)}')::${type}`,
    );
    const calls = values.map((_, place) => `set_config('roster.value_${place + 1}', $${place + 1}, true)`);
    if (calls.length > 0) await raw.query(`select ${calls.join(', ')}`, values);
    return statement;
  }
}
