import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { system } from '../../../platform/database/scope.js';
import { Sql } from '../../../platform/database/sql.js';
import type { SignedIn } from '../../../platform/http/access.js';
import type { Authenticator } from '../../../platform/http/access-guard.js';
import { hashOf, looksLikeSecret } from '../../../platform/secrets.js';
import {
  API_TOKEN_BY_HASH,
  API_TOKEN_USED,
  SESSION_BY_TOKEN,
  SESSION_SEEN,
  type SessionRow,
  type TokenRow,
} from '../data/authentication.sql.js';
import { idleSince, SEEN_STEP_MS } from '../domain/session-terms.js';
import { looksLikeApiSecret } from './api-secrets.js';

const SCOPE = system('whoever asks is known by the token alone');

/** Finds out who sends a cookie or token, on every request. `null` whatever the reason: callers learn nothing about tokens. */
@Injectable()
export class Authenticate implements Authenticator {
  constructor(
    private readonly sql: Sql,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async bySession(token: string): Promise<SignedIn | null> {
    if (!looksLikeSecret(token)) return null;
    const now = this.clock.now();
    const longAgo = new Date(now.getTime() - SEEN_STEP_MS);
    return this.sql.run(SCOPE, async (client) => {
      const [row] = await client.query<SessionRow>(SESSION_BY_TOKEN, [hashOf(token), now, idleSince(now)]);
      if (!row) return null;
      if (row.lastSeenAt < longAgo) await client.query(SESSION_SEEN, [row.sessionId, now, longAgo]);
      const { personId, institutionId, roles, sessionId } = row;
      return { personId, institutionId, roles: new Set(roles), sessionId, scopes: null };
    });
  }

  async byToken(token: string): Promise<SignedIn | null> {
    if (!looksLikeApiSecret(token)) return null;
    const now = this.clock.now();
    const longAgo = new Date(now.getTime() - SEEN_STEP_MS);
    return this.sql.run(SCOPE, async (client) => {
      const [row] = await client.query<TokenRow>(API_TOKEN_BY_HASH, [hashOf(token), now]);
      if (!row) return null;
      if (row.lastUsedAt === null || row.lastUsedAt < longAgo) await client.query(API_TOKEN_USED, [row.tokenId, now, longAgo]);
      const { personId, institutionId, roles, scopes } = row;
      return { personId, institutionId, roles: new Set(roles), sessionId: null, scopes };
    });
  }
}
