import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { system } from '../../../platform/database/scope.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Problem } from '../../../platform/http/problem.js';
import { RateLimits } from '../../../platform/http/rate-limits.js';
import { newToken } from '../../../platform/ids.js';
import { newSecret } from '../../../platform/secrets.js';
import type { OAuthClient } from '../data/oauth-client.entity.js';
import { ServicesRepository } from '../data/services.repository.js';
import { readClientMetadata } from '../domain/client-metadata.js';
import { UNUSED_CLIENT_LIFE_MS } from '../domain/terms.js';
import { invalidClientMetadata, invalidRedirectUri } from '../problems.js';

const SCOPE = system('programs register before they know any institution');
const LIMIT = { name: 'oauth_register', points: 20, seconds: 3_600 };

/** Lets a program introduce itself (RFC 7591). It may do nothing until a learner agrees. */
@Injectable()
export class RegisterClient {
  constructor(
    private readonly work: UnitOfWork,
    private readonly services: ServicesRepository,
    private readonly limits: RateLimits,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The secret is answered here and never again. */
  async run(body: Record<string, unknown>, network: string): Promise<{ client: OAuthClient; secret: string }> {
    await this.limits.spend(LIMIT, network);
    const read = readClientMetadata(body);
    if (!read.ok) {
      const type = read.error === 'invalid_redirect_uri' ? invalidRedirectUri : invalidClientMetadata;
      throw new Problem(type, { detail: read.detail });
    }
    const now = this.clock.now();
    const { token: secret, hash } = newSecret();
    const client: OAuthClient = { id: newToken(128), secretHash: hash, ...read.metadata, createdAt: now };
    await this.work.run(SCOPE, async (tx) => {
      await this.services.forgetUnusedClients(tx, new Date(now.getTime() - UNUSED_CLIENT_LIFE_MS));
      await this.services.addClient(tx, client);
    });
    return { client, secret };
  }
}
