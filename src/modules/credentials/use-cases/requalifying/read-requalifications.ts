import { Injectable } from '@nestjs/common';
import { type Tx, UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../../platform/http/access.js';
import { readCursor } from '../../../../platform/http/paging.js';
import { Problem } from '../../../../platform/http/problem.js';
import { notFound } from '../../../../platform/http/problems.js';
import { EditionStore } from '../../../catalog/index.js';
import { PeopleDirectory } from '../../../people/index.js';
import {
  type RequalificationProgress,
  type RequalificationRow,
  RequalificationsRepository,
} from '../../data/requalifications.repository.js';

export interface NamedRequalificationRow extends RequalificationRow {
  personName: string;
}

interface Wanted {
  cursor?: string | undefined;
  limit: number;
}

@Injectable()
export class ReadRequalifications {
  constructor(
    private readonly work: UnitOfWork,
    private readonly editions: EditionStore,
    private readonly requalifications: RequalificationsRepository,
    private readonly people: PeopleDirectory,
  ) {}

  /** Of an edition, newest first, one more than `limit`. */
  async list(actor: Actor, editionId: string, { cursor, limit }: Wanted): Promise<RequalificationProgress[]> {
    return this.work.run(actor, async (tx) => {
      const { id } = await this.editions.get(tx, editionId);
      return this.requalifications.list(tx, id, readCursor(cursor), limit);
    });
  }

  async one(actor: Actor, id: string): Promise<RequalificationProgress> {
    return this.work.run(actor, (tx) => this.found(tx, id));
  }

  /** What became of each person, one more than `limit`. */
  async rows(actor: Actor, id: string, { cursor, limit }: Wanted): Promise<NamedRequalificationRow[]> {
    return this.work.run(actor, async (tx) => {
      await this.found(tx, id);
      const rows = await this.requalifications.rows(tx, id, readCursor(cursor), limit);
      const people = await this.people.findMany(
        tx,
        rows.map(({ personId }) => personId),
      );
      const names = new Map(people.map((person) => [person.id, person.name]));
      return rows.map((row) => ({ ...row, personName: names.get(row.personId) ?? '' }));
    });
  }

  private async found(tx: Tx, id: string): Promise<RequalificationProgress> {
    const one = await this.requalifications.find(tx, id);
    if (!one) throw new Problem(notFound);
    return one;
  }
}
