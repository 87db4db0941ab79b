import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { StoredFile } from '../../../platform/storage/stored-file.entity.js';
import { handedOut, PERSONAL_DATA } from './personal-data.js';

export interface HeldPart {
  name: string;
  rows: object[];
}

/** Reads the tables of all modules: what is held about a person is in each of them. */
@Injectable()
export class PersonalDataQuery {
  /** What the institution of the transaction's scope holds, and what Cairn holds about the account. */
  async parts(tx: Tx, personId: string): Promise<HeldPart[]> {
    const parts: HeldPart[] = [];
    for (const part of PERSONAL_DATA) {
      const found = await tx.query<{ row: object }>(
        `select ${handedOut(part)} as row from ${part.table} held where ${part.where}`,
        [personId],
      );
      parts.push({ name: part.name, rows: found.map(({ row }) => row) });
    }
    return parts;
  }

  /** What the person handed in, or uploaded to do so; oldest first. */
  async files(tx: Tx, personId: string): Promise<StoredFile[]> {
    const where = { createdBy: personId, purpose: 'submission' };
    return tx.manager.find(StoredFile, { where, order: { createdAt: 'ASC', id: 'ASC' } });
  }

  /** The exact signed bytes of every form of every badge. */
  async badges(tx: Tx, personId: string): Promise<{ id: string; signed: string }[]> {
    return tx.query('select id, signed from credential where person_id = $1 order by issued_at, id', [personId]);
  }
}
