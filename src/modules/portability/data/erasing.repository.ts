import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { ERASING } from './erasing.js';

/** Takes what is about a person out of every table. Each method may be run again. */
@Injectable()
export class ErasingRepository {
  /** Shuts the person out of the institution of the transaction, so that nothing new comes while the rest goes. */
  async shutOut(tx: Tx, personId: string, now: Date): Promise<void> {
    await tx.query('update membership set suspended_at = coalesce(suspended_at, $2) where person_id = $1', [personId, now]);
    await tx.query('delete from api_token where person_id = $1', [personId]);
  }

  /** At the institution of the transaction. Answers the files whose bytes are to go after commit. */
  async erase(tx: Tx, personId: string): Promise<{ storageKey: string }[]> {
    await tx.query('select cairn_empty_history($1)', [personId]);
    const parts = await tx.query<{ storageKey: string }>(
      `select storage_key as "storageKey" from upload_part where upload_id in (select id from upload where person_id = $1)`,
      [personId],
    );
    for (const { sql } of ERASING) if (sql !== null) await tx.query(sql, [personId]);
    const files = await tx.query<{ storageKey: string }>(
      `delete from stored_file where created_by = $1 and purpose in ('submission', 'personal-export') returning storage_key as "storageKey"`,
      [personId],
    );
    return [...parts, ...files];
  }

  /** In a system scope: whether another institution still has the person. */
  async belongsElsewhere(tx: Tx, institutionId: string, personId: string): Promise<boolean> {
    const others = await tx.query('select 1 from membership where person_id = $1 and institution_id <> $2 limit 1', [
      personId,
      institutionId,
    ]);
    return others.length > 0;
  }

  /** In a system scope: what the person was at the institution. Last, because their name there follows from it. */
  async takeRoles(tx: Tx, institutionId: string, personId: string): Promise<void> {
    await tx.query(
      'delete from membership_role where membership_id in (select id from membership where institution_id = $1 and person_id = $2)',
      [institutionId, personId],
    );
  }

  /** In a system scope: the person stays with others, and this institution learns their name no more. */
  async leave(tx: Tx, institutionId: string, personId: string): Promise<void> {
    await tx.query('update session set acting_institution_id = null where person_id = $1 and acting_institution_id = $2', [
      personId,
      institutionId,
    ]);
    await tx.query('delete from membership where person_id = $1 and institution_id = $2', [personId, institutionId]);
  }

  /** In a system scope: the account itself, wherever something of it is. */
  async eraseAccount(tx: Tx, personId: string, name: string, now: Date): Promise<void> {
    const address = '(select email from person where id = $1)';
    for (const sql of [
      'delete from session where person_id = $1',
      'delete from sign_in_link where person_id = $1',
      `delete from invitation where accepted_by = $1 or email = ${address}`,
      `delete from mail_message where recipient = ${address}`,
      `delete from idempotent_request where starts_with(scope, $1::text || ' ')`,
    ])
      await tx.query(sql, [personId]);
    await tx.query(
      `update person set name = $2, email = null, password_hash = null, operator = false, locale = 'en', time_zone = 'UTC',
              suspended_at = coalesce(suspended_at, $3) where id = $1`,
      [personId, name, now],
    );
  }
}
