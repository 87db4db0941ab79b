import { Injectable } from '@nestjs/common';
import { Environment } from '../../../../platform/config/environment.js';
import { UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../../platform/http/access.js';
import { readCursor } from '../../../../platform/http/paging.js';
import { Problem } from '../../../../platform/http/problem.js';
import { notFound } from '../../../../platform/http/problems.js';
import {
  type HistoricProgress,
  HistoricImportsRepository,
  type HistoricRowState,
  type ReportedRow,
} from '../../data/historic-imports.repository.js';
import { IssuerAddresses } from '../issuing/issuer-addresses.js';

interface PageWanted {
  cursor?: string | undefined;
  limit: number;
}

/** A row of the report, with the address of its credential where there is one. */
export type AddressedRow = ReportedRow & { url: string | null };

/** Files of awards, how far they have come, and what became of each row. */
@Injectable()
export class ReadHistoricImports {
  private readonly addresses: IssuerAddresses;

  constructor(
    private readonly work: UnitOfWork,
    private readonly imports: HistoricImportsRepository,
    environment: Environment,
  ) {
    this.addresses = new IssuerAddresses(environment.publicUrl);
  }

  /** Newest first, one more than `limit`. */
  async list(actor: Actor, { cursor, limit }: PageWanted): Promise<HistoricProgress[]> {
    return this.work.run(actor, (tx) => this.imports.list(tx, readCursor(cursor), limit));
  }

  async one(actor: Actor, id: string): Promise<HistoricProgress> {
    const found = await this.work.run(actor, (tx) => this.imports.find(tx, id));
    if (!found) throw new Problem(notFound);
    return found;
  }

  /** In the order of the file, one more than `limit`. */
  async rows(
    actor: Actor,
    id: string,
    { state, cursor, limit }: PageWanted & { state?: HistoricRowState | undefined },
  ): Promise<AddressedRow[]> {
    return this.work.run(actor, async (tx) => {
      if (!(await this.imports.find(tx, id))) throw new Problem(notFound);
      const rows = await this.imports.rows(tx, id, { state, afterLine: lineOf(readCursor(cursor)), limit });
      return rows.map((row) => ({ ...row, url: row.publicId && this.addresses.credential(row.publicId) }));
    });
  }
}

/** Rows have a line where other lists have a time: a cursor holds it as milliseconds. */
export function rowKey({ line, id }: ReportedRow): { at: Date; id: string } {
  return { at: new Date(line), id };
}

function lineOf(after: { at: Date } | null): number {
  // Whatever a forged cursor says, a line is a small whole number.
  return after === null ? 0 : Math.max(0, Math.min(after.at.getTime(), 2_000_000_000));
}
