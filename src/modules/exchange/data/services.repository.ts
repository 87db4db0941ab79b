import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { AuthorizationCode } from './authorization-code.entity.js';
import { OAuthClient } from './oauth-client.entity.js';
import { ServiceGrant } from './service-grant.entity.js';
import { ServiceToken } from './service-token.entity.js';

/** Who may use a token, as every request with one asks. */
export interface ServiceHolder {
  grantId: string;
  institutionId: string;
  personId: string;
  scopes: string[];
  lastUsedAt: Date | null;
}

/** Programs, what members let them do, and the secrets they show. */
@Injectable()
export class ServicesRepository {
  async addClient(tx: Tx, client: OAuthClient): Promise<void> {
    await tx.manager.insert(OAuthClient, client);
  }

  async findClient(tx: Tx, id: string): Promise<OAuthClient | null> {
    return tx.manager.findOneBy(OAuthClient, { id });
  }

  /** Anybody may register, so programs that nobody ever connected are not kept. */
  async forgetUnusedClients(tx: Tx, before: Date): Promise<void> {
    await tx.query(
      'delete from oauth_client c where created_at < $1 and not exists (select from service_grant g where g.client_id = c.id)',
      [before],
    );
  }

  async addGrant(tx: Tx, grant: ServiceGrant, code: AuthorizationCode): Promise<void> {
    await tx.manager.insert(ServiceGrant, grant);
    await tx.manager.insert(AuthorizationCode, code);
  }

  async findGrant(tx: Tx, id: string): Promise<ServiceGrant | null> {
    return tx.manager.findOneBy(ServiceGrant, { id });
  }

  /** Not revoked ones that still have a token or a code to live on, newest first. */
  async grantsOf(tx: Tx, institutionId: string, personId: string, now: Date): Promise<ServiceGrant[]> {
    return tx.manager
      .createQueryBuilder(ServiceGrant, 'service')
      .where('service.institutionId = :institutionId and service.personId = :personId', { institutionId, personId })
      .andWhere('service.revokedAt is null')
      .andWhere(
        `(exists (select from service_token t where t.grant_id = service.id and t.ended_at is null and t.expires_at > :now)
          or exists (select from authorization_code c where c.grant_id = service.id and c.used_at is null and c.expires_at > :now))`,
        { now },
      )
      .orderBy('service.createdAt', 'DESC')
      .getMany();
  }

  /** False when there was none to revoke. */
  async revokeGrant(tx: Tx, id: string, personId: string, now: Date): Promise<boolean> {
    const result = await tx.manager.update(ServiceGrant, { id, personId, revokedAt: IsNull() }, { revokedAt: now });
    return result.affected === 1;
  }

  async findCodeLocked(tx: Tx, codeHash: string): Promise<AuthorizationCode | null> {
    return tx.manager.findOne(AuthorizationCode, { where: { codeHash }, lock: { mode: 'pessimistic_write' } });
  }

  async useCode(tx: Tx, codeHash: string, usedAt: Date): Promise<void> {
    await tx.manager.update(AuthorizationCode, { codeHash }, { usedAt });
  }

  async addToken(tx: Tx, token: ServiceToken): Promise<void> {
    await tx.manager.insert(ServiceToken, token);
  }

  async findTokenLocked(tx: Tx, tokenHash: string): Promise<ServiceToken | null> {
    return tx.manager.findOne(ServiceToken, { where: { tokenHash }, lock: { mode: 'pessimistic_write' } });
  }

  async endToken(tx: Tx, tokenHash: string, endedAt: Date): Promise<void> {
    await tx.manager.update(ServiceToken, { tokenHash, endedAt: IsNull() }, { endedAt });
  }

  /** Removes tokens of the grant that ran out. Used-up refresh tokens stay until then: they betray a thief. */
  async forgetTokens(tx: Tx, grantId: string, now: Date): Promise<void> {
    await tx.query('delete from service_token where grant_id = $1 and expires_at < $2', [grantId, now]);
  }

  /** Whose access token it is. Whoever is suspended, or has left, is nobody; so is a token of a revoked grant. */
  async holderOf(tx: Tx, tokenHash: string, now: Date): Promise<ServiceHolder | null> {
    const [holder] = await tx.query<ServiceHolder>(
      `select g.id as "grantId", g.institution_id as "institutionId", g.person_id as "personId", g.scopes,
              g.last_used_at as "lastUsedAt"
         from service_token t
         join service_grant g on g.id = t.grant_id and g.revoked_at is null
         join person p on p.id = g.person_id and p.suspended_at is null
         join membership m on m.person_id = g.person_id and m.institution_id = g.institution_id and m.suspended_at is null
        where t.token_hash = $1 and t.kind = 'access' and t.ended_at is null and t.expires_at > $2`,
      [tokenHash, now],
    );
    return holder ?? null;
  }

  async seen(tx: Tx, grantId: string, now: Date): Promise<void> {
    await tx.manager.update(ServiceGrant, { id: grantId }, { lastUsedAt: now });
  }
}
