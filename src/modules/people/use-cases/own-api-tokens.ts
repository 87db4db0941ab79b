import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../platform/events/record-event.js';
import type { SignedIn, TokenScope } from '../../../platform/http/access.js';
import { actingScope } from '../../../platform/http/acting-scope.js';
import { Problem } from '../../../platform/http/problem.js';
import { notFound } from '../../../platform/http/problems.js';
import { newId } from '../../../platform/ids.js';
import type { ApiToken } from '../data/api-token.entity.js';
import { ApiTokensRepository } from '../data/api-tokens.repository.js';
import { cleanName } from '../domain/person-name.js';
import { tooManyTokens, unfitDetails } from '../problems.js';
import { newApiSecret } from './api-secrets.js';

export interface ApiTokenWish {
  name: string;
  scopes: readonly TokenScope[];
  expiresAt: Date | null;
}

const MOST_TOKENS = 20;

/** The tokens with which a person's programs act for them at the institution they act for now. */
@Injectable()
export class OwnApiTokens {
  constructor(
    private readonly work: UnitOfWork,
    private readonly tokens: ApiTokensRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async list(signedIn: SignedIn): Promise<ApiToken[]> {
    const scope = actingScope(signedIn);
    return this.work.run(scope, (tx) => this.tokens.ofPerson(tx, scope.institutionId, signedIn.personId));
  }

  /** The token itself is answered here and never again. */
  async create(signedIn: SignedIn, wish: ApiTokenWish): Promise<{ apiToken: ApiToken; token: string }> {
    const scope = actingScope(signedIn);
    const now = this.clock.now();
    const name = usableName(wish, now);
    const { token, hash } = newApiSecret();
    return this.work.run(scope, async (tx) => {
      const existing = await this.tokens.ofPerson(tx, scope.institutionId, signedIn.personId);
      if (existing.length >= MOST_TOKENS) throw new Problem(tooManyTokens, { detail: 'Revoke one that you no longer use.' });
      const apiToken = {
        id: newId(now.getTime()),
        institutionId: scope.institutionId,
        personId: signedIn.personId,
        name,
        tokenHash: hash,
        scopes: [...new Set(wish.scopes)],
        createdAt: now,
        expiresAt: wish.expiresAt,
        lastUsedAt: null,
        revokedAt: null,
      };
      await this.tokens.add(tx, apiToken);
      await this.record(tx, 'api_token.created', apiToken, { scopes: apiToken.scopes });
      return { apiToken, token };
    });
  }

  async revoke(signedIn: SignedIn, id: string): Promise<void> {
    const scope = actingScope(signedIn);
    await this.work.run(scope, async (tx) => {
      const { personId } = signedIn;
      if (!(await this.tokens.revoke(tx, scope.institutionId, personId, id, this.clock.now()))) throw new Problem(notFound);
      await this.record(tx, 'api_token.revoked', { id, personId, ...scope }, {});
    });
  }

  private async record(tx: Tx, type: string, token: Pick<ApiToken, 'id' | 'institutionId' | 'personId'>, particulars: object) {
    await recordEvent(tx, {
      institutionId: token.institutionId,
      type,
      actorId: token.personId,
      subject: { type: 'api_token', id: token.id },
      particulars: { ...particulars },
      occurredAt: this.clock.now(),
    });
  }
}

function usableName(wish: ApiTokenWish, now: Date): string {
  const name = cleanName(wish.name);
  if (!name) {
    throw new Problem(unfitDetails, {
      errors: [{ field: 'name', code: 'unusable', detail: 'Say on one line what the token is for.' }],
    });
  }
  if (wish.expiresAt && wish.expiresAt <= now) {
    throw new Problem(unfitDetails, { errors: [{ field: 'expiresAt', code: 'past', detail: 'Choose a time to come.' }] });
  }
  return name;
}
