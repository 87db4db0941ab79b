import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';

/** A link by which the administrator of a platform may register it, once. */
export interface RegistrationLink {
  id: string;
  institutionId: string;
  tokenHash: string;
  createdBy: string;
  createdAt: Date;
  expiresAt: Date;
  usedAt: Date | null;
  registrationId: string | null;
}

const COLUMNS = `l.id, l.institution_id as "institutionId", l.token_hash as "tokenHash", l.created_by as "createdBy",
  l.created_at as "createdAt", l.expires_at as "expiresAt", l.used_at as "usedAt", l.registration_id as "registrationId"`;

@Injectable()
export class RegistrationLinksRepository {
  /** In a system scope: whoever has the token is known by no institution yet. With the name of the institution that gave it. */
  async byHash(tx: Tx, tokenHash: string): Promise<(RegistrationLink & { institutionName: string }) | null> {
    const [found] = await tx.query<RegistrationLink & { institutionName: string }>(
      `select ${COLUMNS}, i.name as "institutionName" from lti_registration_link l join institution i on i.id = l.institution_id
        where l.token_hash = $1`,
      [tokenHash],
    );
    return found ?? null;
  }

  async findLocked(tx: Tx, id: string): Promise<RegistrationLink | null> {
    const [found] = await tx.query<RegistrationLink>(
      `select ${COLUMNS} from lti_registration_link l where l.id = $1 for update`,
      [id],
    );
    return found ?? null;
  }

  /** Those that can still be used, the newest first. */
  async open(tx: Tx, now: Date): Promise<RegistrationLink[]> {
    return tx.query<RegistrationLink>(
      `select ${COLUMNS} from lti_registration_link l
        where l.institution_id = $1 and l.used_at is null and l.expires_at > $2 order by l.created_at desc, l.id desc`,
      [tx.institutionId, now],
    );
  }

  async add(tx: Tx, link: RegistrationLink): Promise<void> {
    await tx.query(
      `insert into lti_registration_link (id, institution_id, token_hash, created_by, created_at, expires_at)
       values ($1, $2, $3, $4, $5, $6)`,
      [link.id, link.institutionId, link.tokenHash, link.createdBy, link.createdAt, link.expiresAt],
    );
  }

  async use(tx: Tx, id: string, registrationId: string, now: Date): Promise<void> {
    await tx.query('update lti_registration_link set used_at = $3, registration_id = $2 where id = $1', [
      id,
      registrationId,
      now,
    ]);
  }

  async remove(tx: Tx, id: string): Promise<boolean> {
    return (await tx.query('delete from lti_registration_link where id = $1 and used_at is null returning id', [id])).length > 0;
  }

  /** What nobody can use any more; the audit log tells what became of it. */
  async forget(tx: Tx, expiredBefore: Date): Promise<void> {
    await tx.query('delete from lti_registration_link where institution_id = $1 and expires_at < $2', [
      tx.institutionId,
      expiredBefore,
    ]);
  }
}
