import { Injectable } from '@nestjs/common';
import type { JWK } from 'jose';
import type { Tx } from '../../../platform/database/unit-of-work.js';

/** A key pair that signs what Cairn says to platforms. Of the installation: its transactions have a system scope. */
export interface ToolKey {
  /** `kid`. */
  id: string;
  publicJwk: JWK;
  sealedPrivate: Buffer;
  createdAt: Date;
  signsFrom: Date;
  /** Shown until then; `null`: until it is replaced. */
  retiresAt: Date | null;
}

const COLUMNS = `id, public_jwk as "publicJwk", sealed_private as "sealedPrivate", created_at as "createdAt", signs_from as "signsFrom",
  retires_at as "retiresAt"`;
// Two processes that start at once must not make two first keys.
const LOCK = 7_041_934;

@Injectable()
export class ToolKeysRepository {
  /** Holds until the transaction ends. */
  async lock(tx: Tx): Promise<void> {
    await tx.query('select pg_advisory_xact_lock($1)', [LOCK]);
  }

  /** Those that are shown at `now`, the one that signs last first. */
  async shown(tx: Tx, now: Date): Promise<ToolKey[]> {
    return tx.query<ToolKey>(
      `select ${COLUMNS} from lti_key where retires_at is null or retires_at > $1 order by signs_from desc, id desc`,
      [now],
    );
  }

  async add(tx: Tx, { id, publicJwk, sealedPrivate, createdAt, signsFrom, retiresAt }: ToolKey): Promise<void> {
    await tx.query(
      'insert into lti_key (id, public_jwk, sealed_private, created_at, signs_from, retires_at) values ($1, $2, $3, $4, $5, $6)',
      [id, JSON.stringify(publicJwk), sealedPrivate, createdAt, signsFrom, retiresAt],
    );
  }

  async retire(tx: Tx, id: string, at: Date): Promise<void> {
    await tx.query('update lti_key set retires_at = $2 where id = $1', [id, at]);
  }

  async forget(tx: Tx, past: Date): Promise<void> {
    await tx.query('delete from lti_key where retires_at < $1', [past]);
  }
}
