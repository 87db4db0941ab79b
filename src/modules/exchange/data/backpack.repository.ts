import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { BackpackCredential, type SignedForm } from './backpack-credential.entity.js';
import { BackpackProfile } from './backpack-profile.entity.js';

const HELD = `
  select id, signed, 'json' as form, issued_at as at from credential where person_id = $1 and state = 'issued'
  union all
  select id, signed, form, stored_at as at from backpack_credential where person_id = $1`;

export interface HeldPage {
  total: number;
  /** The exact signed bytes, newest first. */
  held: { signed: string; form: SignedForm }[];
}

/** What a learner holds at the institution of the transaction's scope: their awards, and what their services brought. */
@Injectable()
export class BackpackRepository {
  async held(tx: Tx, personId: string, since: Date | null, limit: number, offset: number): Promise<HeldPage> {
    const filter = 'where $2::timestamptz is null or at > $2';
    const [row] = await tx.query<{ total: number }>(`select count(*)::int as total from (${HELD}) held ${filter}`, [
      personId,
      since,
    ]);
    const held = await tx.query<HeldPage['held'][number]>(
      `select signed, form from (${HELD}) held ${filter} order by at desc, id desc limit $3 offset $4`,
      [personId, since, limit, offset],
    );
    return { total: row?.total ?? 0, held };
  }

  async find(tx: Tx, personId: string, issuer: string, credentialId: string): Promise<BackpackCredential | null> {
    return tx.manager.findOneBy(BackpackCredential, { personId, issuer, credentialId });
  }

  /** Whether it is one of the person's own awards, by the name in its public address. */
  async isAward(tx: Tx, personId: string, publicId: string): Promise<boolean> {
    return (await tx.query('select from credential where person_id = $1 and public_id = $2', [personId, publicId])).length > 0;
  }

  async count(tx: Tx, personId: string): Promise<number> {
    return tx.manager.countBy(BackpackCredential, { personId });
  }

  /** Makes what a person stores take turns. */
  async lock(tx: Tx, personId: string): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('backpack ' || $1, 0))`, [personId]);
  }

  async save(tx: Tx, credential: BackpackCredential): Promise<void> {
    await tx.manager.save(BackpackCredential, credential);
  }

  async profile(tx: Tx, institutionId: string, personId: string): Promise<BackpackProfile | null> {
    return tx.manager.findOneBy(BackpackProfile, { institutionId, personId });
  }

  async saveProfile(tx: Tx, profile: BackpackProfile): Promise<void> {
    await tx.manager.upsert(BackpackProfile, profile, ['institutionId', 'personId']);
  }
}
