import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { StatusList } from './status-list.entity.js';

@Injectable()
export class StatusListsRepository {
  async add(tx: Tx, list: StatusList): Promise<void> {
    await tx.manager.insert(StatusList, { ...list });
  }

  async save(tx: Tx, list: StatusList): Promise<void> {
    await tx.manager.update(StatusList, { id: list.id }, { ...list });
  }

  async find(tx: Tx, id: string): Promise<StatusList | null> {
    return tx.manager.findOneBy(StatusList, { id });
  }

  async findLocked(tx: Tx, id: string): Promise<StatusList | null> {
    return tx.manager.findOne(StatusList, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** The newest list of an institution, locked: places are taken by one at a time. */
  async newestLocked(tx: Tx, institutionId: string): Promise<StatusList | null> {
    return tx.manager.findOne(StatusList, {
      where: { institutionId },
      order: { number: 'DESC' },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async takePositions(tx: Tx, listId: string, count: number): Promise<void> {
    await tx.query('update status_list set next_position = next_position + $2 where id = $1', [listId, count]);
  }

  /** Positions in the list whose bit is set. */
  async raisedIndexes(tx: Tx, listId: string): Promise<number[]> {
    const rows = await tx.query<{ index: number }>(
      `select i.status_index as index from credential_intent i join credential c on c.id = i.id
        where i.status_list_id = $1 and c.state in ('suspended', 'revoked')`,
      [listId],
    );
    return rows.map(({ index }) => index);
  }

  async raiseVersion(tx: Tx, listId: string): Promise<void> {
    await tx.query('update status_list set version = version + 1 where id = $1', [listId]);
  }

  /** Lists that show less than they should. */
  async stale(tx: Tx): Promise<Pick<StatusList, 'id' | 'institutionId' | 'version'>[]> {
    return tx.query(`select id, institution_id as "institutionId", version from status_list where signed_version < version`);
  }
}
