import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';

/** Somebody who came by an LMS asked for an account of their own. */
export interface Claim {
  id: string;
  institutionId: string;
  identityId: string;
  /** Whom the identity was then. */
  personId: string;
  email: string;
  tokenHash: string;
  codeHash: string;
  tries: number;
  createdAt: Date;
  expiresAt: Date;
}

const COLUMNS = `id, institution_id as "institutionId", identity_id as "identityId", person_id as "personId", email,
  token_hash as "tokenHash", code_hash as "codeHash", tries, created_at as "createdAt", expires_at as "expiresAt"`;

@Injectable()
export class ClaimsRepository {
  /** An identity has one: the newest. */
  async replace(tx: Tx, one: Claim): Promise<void> {
    await tx.query('delete from lti_claim where identity_id = $1 or expires_at < $2', [one.identityId, one.createdAt]);
    await tx.query(
      `insert into lti_claim (id, institution_id, identity_id, person_id, email, token_hash, code_hash, tries, created_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        one.id,
        one.institutionId,
        one.identityId,
        one.personId,
        one.email,
        one.tokenHash,
        one.codeHash,
        one.tries,
        one.createdAt,
        one.expiresAt,
      ],
    );
  }

  async findUsable(tx: Tx, tokenHash: string, now: Date, mostTries: number): Promise<Claim | null> {
    const [claim] = await tx.query<Claim>(
      `select ${COLUMNS} from lti_claim where token_hash = $1 and used_at is null and expires_at > $2 and tries < $3`,
      [tokenHash, now, mostTries],
    );
    return claim ?? null;
  }

  /** Counts a try with a code, before the code is looked at: of many at once none is free. False when there is none left. */
  async countTry(tx: Tx, id: string, mostTries: number): Promise<boolean> {
    const counted = await tx.query(
      'update lti_claim set tries = tries + 1 where id = $1 and used_at is null and tries < $2 returning id',
      [id, mostTries],
    );
    return counted.length > 0;
  }

  /** Uses it up, in one statement: of two who try at once only one does. */
  async consume(tx: Tx, id: string, now: Date): Promise<boolean> {
    const used = await tx.query(
      'update lti_claim set used_at = $2 where id = $1 and used_at is null and expires_at > $2 returning id',
      [id, now],
    );
    return used.length > 0;
  }
}
