import { Injectable } from '@nestjs/common';
import { In, IsNull, MoreThan } from 'typeorm';
import { idArray } from '../../../platform/database/id-array.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { Accommodation } from './accommodation.entity.js';

@Injectable()
export class AccommodationsRepository {
  async add(tx: Tx, accommodation: Accommodation): Promise<void> {
    await tx.manager.insert(Accommodation, { ...accommodation });
  }

  async findStanding(tx: Tx, institutionId: string, personId: string): Promise<Accommodation | null> {
    return tx.manager.findOneBy(Accommodation, { institutionId, personId, endedAt: IsNull() });
  }

  /** What stood at any time since then: what it moved stays moved. */
  async heldSince(tx: Tx, institutionId: string, personId: string, since: Date): Promise<Accommodation[]> {
    const whose = { institutionId, personId };
    return tx.manager.findBy(Accommodation, [
      { ...whose, endedAt: IsNull() },
      { ...whose, endedAt: MoreThan(since) },
    ]);
  }

  /** Until the transaction ends, nobody else grants or ends an arrangement of this person, or computes deadlines by one. */
  async lock(tx: Tx, personId: string): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('accommodation ' || $1, 0))`, [personId]);
  }

  /** As `lock`, for many, in one order. */
  async lockAll(tx: Tx, personIds: readonly string[]): Promise<void> {
    await tx.query(
      `select pg_advisory_xact_lock(hashtextextended('accommodation ' || person_id, 0))
         from (select id::text as person_id from unnest($1::uuid[]) as id order by 1) people`,
      [idArray(personIds)],
    );
  }

  /** What stands now. */
  async standingOf(tx: Tx, institutionId: string, personIds: readonly string[]): Promise<Accommodation[]> {
    return tx.manager.findBy(Accommodation, { institutionId, personId: In([...personIds]), endedAt: IsNull() });
  }

  async end(tx: Tx, id: string, endedAt: Date): Promise<void> {
    await tx.manager.update(Accommodation, { id }, { endedAt });
  }
}
