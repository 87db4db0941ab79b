import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { StatusList } from './status-list.entity.js';

export const STATUS_LIST_CHANNEL = 'cairn_status_list';

export interface PublishedList {
  signed: string;
  /** Of the bits that it shows. */
  version: number;
}

/** What tells which bit a position in a list is. */
export type ListOfPlaces = Pick<StatusList, 'id' | 'seed' | 'size'>;

const TAKE_PLACES = `
  update status_list set next_position = next_position + $2
   where id = (select id from status_list where institution_id = $1 order by number desc limit 1) and next_position + $2 <= size
  returning id, seed, size, next_position - $2 as "nextPosition"`;

@Injectable()
export class StatusListsRepository {
  async add(tx: Tx, list: StatusList): Promise<void> {
    await tx.manager.insert(StatusList, { ...list });
  }

  async save(tx: Tx, list: StatusList): Promise<void> {
    await tx.manager.update(StatusList, { id: list.id }, { ...list });
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

  /** Takes so many positions of the newest list, from `nextPosition` on; `null` when it has less room, or there is none. */
  async takePlaces(
    tx: Tx,
    institutionId: string,
    count: number,
  ): Promise<(ListOfPlaces & Pick<StatusList, 'nextPosition'>) | null> {
    const [taken] = await tx.query<ListOfPlaces & Pick<StatusList, 'nextPosition'>>(TAKE_PLACES, [institutionId, count]);
    return taken ?? null;
  }

  async takePositions(tx: Tx, listId: string, count: number): Promise<void> {
    await tx.query('update status_list set next_position = next_position + $2 where id = $1', [listId, count]);
  }

  /** Positions in the list whose bit is set. */
  async raisedIndexes(tx: Tx, listId: string): Promise<number[]> {
    const rows = await tx.query<{ index: number }>(
      `select i.status_index as index from credential_intent i join credential c on c.id = i.id
        where i.status_list_id = $1 and c.state in ('suspended', 'revoked', 'superseded')
       union all
       select f.status_index from endorsement_form f join given_endorsement g on g.id = f.endorsement_id
        where f.status_list_id = $1
          and (g.withdrawn_at is not null
               or exists (select from endorsement_form n where n.endorsement_id = f.endorsement_id and n.form > f.form and n.signed is not null))`,
      [listId],
    );
    return rows.map(({ index }) => index);
  }

  /** Says that bits of the list changed; answers what is signed of it. The list stays locked until the transaction ends. */
  async raiseVersion(tx: Tx, listId: string): Promise<Pick<StatusList, 'signedVersion' | 'signedAt'>> {
    const [list] = await tx.query<Pick<StatusList, 'signedVersion' | 'signedAt'>>(
      `update status_list set version = version + 1 where id = $1 returning signed_version as "signedVersion", signed_at as "signedAt"`,
      [listId],
    );
    if (!list) throw new Error(`The status list ${listId} is gone`);
    return list;
  }

  /** Lists that have shown less than they should since before that time. */
  async stale(tx: Tx, signedBefore: Date): Promise<Pick<StatusList, 'id' | 'institutionId' | 'version'>[]> {
    return tx.query(
      `select id, institution_id as "institutionId", version from status_list where signed_version < version and signed_at < $1`,
      [signedBefore],
    );
  }

  /** What is published of a list. */
  async published(tx: Tx, id: string): Promise<PublishedList | null> {
    const [list] = await tx.query<PublishedList>(`select signed, signed_version as version from status_list where id = $1`, [id]);
    return list ?? null;
  }

  /** The versions that are published of these lists. */
  async versions(tx: Tx, ids: readonly string[]): Promise<{ id: string; version: number }[]> {
    return tx.query(`select id, signed_version as version from status_list where id = any($1)`, [ids]);
  }

  /** Tells every process, once this is committed, that the list was signed anew. */
  async announce(tx: Tx, id: string): Promise<void> {
    await tx.query('select pg_notify($1, $2)', [STATUS_LIST_CHANNEL, id]);
  }

  /** Every list of an institution is to be signed anew, though it shows the same. */
  async raiseEveryVersion(tx: Tx, institutionId: string): Promise<Pick<StatusList, 'id' | 'version'>[]> {
    return tx.query('update status_list set version = version + 1 where institution_id = $1 returning id, version', [
      institutionId,
    ]);
  }
}
