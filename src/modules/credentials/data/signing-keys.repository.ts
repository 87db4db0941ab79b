import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import type { Cursor } from '../../../platform/http/paging.js';
import type { KeyAlgorithm } from '../domain/key-algorithms.js';
import { Credential } from './credential.entity.js';
import { CredentialIntent } from './credential-intent.entity.js';
import { KeyHistory } from './key-history.entity.js';
import { SigningKey } from './signing-key.entity.js';

/** What a key signed. */
export interface KeyUse {
  keyId: string;
  /** Credentials whose embedded proof it made. */
  credentials: number;
  /** Of these, issued or suspended. */
  standing: number;
  /** VC-JWT forms. */
  jwts: number;
}

@Injectable()
export class SigningKeysRepository {
  /** Makes the keys of an institution take turns, so that two first awards do not make two keys. */
  async lock(tx: Tx, institutionId: string): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('signing-keys ' || $1, 0))`, [institutionId]);
  }

  async add(tx: Tx, key: SigningKey): Promise<void> {
    await tx.manager.insert(SigningKey, { ...key });
  }

  async save(tx: Tx, key: SigningKey): Promise<void> {
    await tx.manager.update(SigningKey, { id: key.id }, { ...key });
  }

  async active(tx: Tx, institutionId: string, algorithm: KeyAlgorithm): Promise<SigningKey | null> {
    return tx.manager.findOneBy(SigningKey, { institutionId, algorithm, state: 'active' });
  }

  /** Keeps the key as it is until the transaction ends. False: it signs no more. */
  async holdActive(tx: Tx, id: string): Promise<boolean> {
    const rows = await tx.query(`select from signing_key where id = $1 and state = 'active' for share`, [id]);
    return rows.length > 0;
  }

  async find(tx: Tx, id: string): Promise<SigningKey | null> {
    return tx.manager.findOneBy(SigningKey, { id });
  }

  async findByFragment(tx: Tx, institutionId: string, fragment: string): Promise<SigningKey | null> {
    return tx.manager.findOneBy(SigningKey, { institutionId, fragment });
  }

  async all(tx: Tx, institutionId: string): Promise<SigningKey[]> {
    return tx.manager.find(SigningKey, { where: { institutionId }, order: { createdAt: 'ASC', id: 'ASC' } });
  }

  async uses(tx: Tx, institutionId: string): Promise<KeyUse[]> {
    return tx.query<KeyUse>(
      `select k.id as "keyId", coalesce(c.credentials, 0) as credentials, coalesce(c.standing, 0) as standing, coalesce(j.jwts, 0) as jwts
         from signing_key k
         left join (select i.signing_key_id, count(*)::int as credentials,
                           count(*) filter (where c.state in ('issued', 'suspended'))::int as standing
                      from credential c join credential_intent i on i.id = c.id
                     where c.institution_id = $1 group by i.signing_key_id) c on c.signing_key_id = k.id
         left join (select signing_key_id, count(*)::int as jwts from vc_jwt where institution_id = $1 group by signing_key_id) j
           on j.signing_key_id = k.id
        where k.institution_id = $1`,
      [institutionId],
    );
  }

  /** Credentials whose embedded proof the key made, newest first; `live`: only those issued or suspended. */
  async credentialsSignedBy(tx: Tx, keyId: string, live: boolean, after: Cursor | null, limit: number): Promise<Credential[]> {
    const query = tx.manager
      .createQueryBuilder(Credential, 'credential')
      .innerJoin(CredentialIntent, 'intent', 'intent.id = credential.id')
      .where('intent.signingKeyId = :keyId', { keyId })
      .orderBy('credential.issuedAt', 'DESC')
      .addOrderBy('credential.id', 'DESC')
      .limit(limit + 1);
    if (live) query.andWhere(`credential.state in ('issued', 'suspended')`);
    if (after) query.andWhere('(credential.issuedAt, credential.id) < (:at, :id)', after);
    return query.getMany();
  }

  /**
   * Live credentials whose own proof a compromised key made (this one, or any), that have no plan of a new form, and were never put into
   * the outbox for `job`. What was set aside there waits for a person. The names of jobs are made before they are looked up: a look-up by
   * an expression that could leak is kept from the index by row-level security, and reads the whole outbox for each credential.
   */
  async unqueuedReissues(
    tx: Tx,
    keyId: string | null,
    job: string,
    limit: number,
  ): Promise<{ institutionId: string; credentialId: string }[]> {
    return tx.query(
      `with waiting as materialized (
         select c.institution_id, c.id, $2 || ':' || c.id as dedupe_key
           from signing_key k join credential_intent i on i.signing_key_id = k.id join credential c on c.id = i.id
          where k.state = 'compromised' and ($1::uuid is null or k.id = $1) and c.state in ('issued', 'suspended')
            and not exists (select from credential_intent next where next.supersedes_id = c.id)
       )
       select w.institution_id as "institutionId", w.id as "credentialId" from waiting w
        where not exists (select from outbox o where o.dedupe_key = w.dedupe_key)
        limit $3`,
      [keyId, job, limit],
    );
  }

  /** The published history is to tell something more. Returns its new version. */
  async raiseHistory(tx: Tx, institutionId: string): Promise<number> {
    const [row] = await tx.query<{ version: number }>(
      `insert into signing_key_history as h (institution_id, version, signed_version) values ($1, 1, 0)
       on conflict (institution_id) do update set version = h.version + 1 returning version`,
      [institutionId],
    );
    return row?.version ?? 0;
  }

  async history(tx: Tx, institutionId: string): Promise<KeyHistory | null> {
    return tx.manager.findOneBy(KeyHistory, { institutionId });
  }

  async historyLocked(tx: Tx, institutionId: string): Promise<KeyHistory | null> {
    return tx.manager.findOne(KeyHistory, { where: { institutionId }, lock: { mode: 'pessimistic_write' } });
  }

  async saveHistory(tx: Tx, history: KeyHistory): Promise<void> {
    await tx.manager.update(KeyHistory, { institutionId: history.institutionId }, { ...history });
  }

  /** Histories that tell less than they should. */
  async staleHistories(tx: Tx): Promise<Pick<KeyHistory, 'institutionId' | 'version'>[]> {
    return tx.query(`select institution_id as "institutionId", version from signing_key_history where signed_version < version`);
  }
}
