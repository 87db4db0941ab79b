import { Injectable } from '@nestjs/common';
import { system } from '../../../platform/database/scope.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Problem } from '../../../platform/http/problem.js';
import { RateLimits } from '../../../platform/http/rate-limits.js';
import { matchesHash } from '../../../platform/secrets.js';
import type { OAuthClient } from '../data/oauth-client.entity.js';
import { ServicesRepository } from '../data/services.repository.js';
import { invalidClient } from '../problems.js';

const SCOPE = system('programs belong to no institution');
const LIMIT = { name: 'oauth_client', points: 20, seconds: 300 };

/** Which program asks: by `client_secret_basic` and nothing else (RFC 6749 §2.3.1). */
@Injectable()
export class KnowClient {
  constructor(
    private readonly work: UnitOfWork,
    private readonly services: ServicesRepository,
    private readonly limits: RateLimits,
  ) {}

  async run(authorization: string | undefined, network: string): Promise<OAuthClient> {
    const credentials = readBasic(authorization);
    if (!credentials) throw new Problem(invalidClient, { detail: 'Send client_id and client_secret with HTTP Basic.' });
    // Tries that succeed are given back, so that only wrong secrets run out.
    await this.limits.spend(LIMIT, network);
    const client = await this.work.run(SCOPE, (tx) => this.services.findClient(tx, credentials.id));
    if (!client || !matchesHash(credentials.secret, client.secretHash)) throw new Problem(invalidClient);
    await this.limits.giveBack(LIMIT, network);
    return client;
  }
}

function readBasic(authorization: string | undefined): { id: string; secret: string } | null {
  const encoded = /^Basic ([A-Za-z0-9+/]+={0,2})$/i.exec(authorization ?? '')?.[1];
  const text = encoded === undefined ? '' : Buffer.from(encoded, 'base64').toString('latin1');
  const [, id, secret] = /^([\w-]{1,100}):([\w-]{1,100})$/.exec(text) ?? [];
  return id !== undefined && secret !== undefined ? { id, secret } : null;
}
