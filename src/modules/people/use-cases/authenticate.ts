import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { system } from '../../../platform/database/scope.js';
import type { NamedStatement } from '../../../platform/database/named-statement.js';
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
    const [row] = await this.sql.read<SessionRow>(SCOPE, SESSION_BY_TOKEN, [hashOf(token), now, idleSince(now)]);
    if (!row) return null;
    const { personId, institutionId, contextId, locale, roles, sessionId, lastSeenAt } = row;
    if (lastSeenAt < longAgo) await this.note(SESSION_SEEN, [sessionId, now, longAgo]);
    return { personId, institutionId, contextId, locale, roles: new Set(roles), sessionId, scopes: null };
  }

  async byToken(token: string): Promise<SignedIn | null> {
    if (!looksLikeApiSecret(token)) return null;
    const now = this.clock.now();
    const longAgo = new Date(now.getTime() - SEEN_STEP_MS);
    const [row] = await this.sql.read<TokenRow>(SCOPE, API_TOKEN_BY_HASH, [hashOf(token), now]);
    if (!row) return null;
    const { personId, institutionId, locale, roles, scopes, tokenId, lastUsedAt } = row;
    if (lastUsedAt === null || lastUsedAt < longAgo) await this.note(API_TOKEN_USED, [tokenId, now, longAgo]);
    return { personId, institutionId, contextId: null, locale, roles: new Set(roles), sessionId: null, scopes };
  }

  private async note(statement: NamedStatement, values: unknown[]): Promise<void> {
    await this.sql.run(SCOPE, (client) => client.query(statement, values));
  }
}
