import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { system } from '../../../platform/database/scope.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../platform/events/record-event.js';
import { Problem, type ProblemType } from '../../../platform/http/problem.js';
import { hashOf, newSecret } from '../../../platform/secrets.js';
import type { ServiceGrant } from '../data/service-grant.entity.js';
import { ServicesRepository } from '../data/services.repository.js';
import { OFFLINE_ACCESS } from '../domain/scopes.js';
import { answersChallenge } from '../domain/pkce.js';
import { ACCESS_LIFE_MS, REFRESH_LIFE_MS } from '../domain/terms.js';
import { invalidGrant, invalidRequest, unsupportedGrantType } from '../problems.js';

const SCOPE = system('a program shows a code or token, which alone says whose it is');

export interface GivenTokens {
  accessToken: string;
  refreshToken: string | null;
  scopes: readonly string[];
}

type Outcome = { given: GivenTokens } | { refused: string };

/**
 * Gives a program its tokens for a code (RFC 6749 §4.1.3), or new ones for a refresh token (§6), which is used up by it. Whoever shows a
 * code or refresh token for the second time may be a thief, so then all that came of it ends (RFC 9700 §4.14.2).
 */
@Injectable()
export class GiveTokens {
  constructor(
    private readonly work: UnitOfWork,
    private readonly services: ServicesRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(clientId: string, form: Readonly<Record<string, string>>): Promise<GivenTokens> {
    const outcome = await this.work.run(SCOPE, (tx) => this.answer(tx, clientId, form));
    // Only after the commit: what a refusal ends has to stay ended.
    if ('refused' in outcome) throw new Problem(invalidGrant, { detail: outcome.refused });
    return outcome.given;
  }

  private answer(tx: Tx, clientId: string, form: Readonly<Record<string, string>>): Promise<Outcome> {
    if (form['grant_type'] === 'authorization_code') return this.forCode(tx, clientId, form);
    if (form['grant_type'] === 'refresh_token') return this.forRefreshToken(tx, clientId, required(form, 'refresh_token'));
    throw new Problem(form['grant_type'] === undefined ? invalidRequest : (unsupportedGrantType satisfies ProblemType), {
      detail: 'grant_type can be authorization_code or refresh_token.',
    });
  }

  private async forCode(tx: Tx, clientId: string, form: Readonly<Record<string, string>>): Promise<Outcome> {
    const verifier = required(form, 'code_verifier');
    const redirectUri = required(form, 'redirect_uri');
    const now = this.clock.now();
    const code = await this.services.findCodeLocked(tx, hashOf(required(form, 'code')));
    const grant = code && (await this.liveGrant(tx, code.grantId, clientId));
    if (!code || !grant || code.expiresAt <= now) return { refused: 'The code is not known, or its time is over.' };
    if (code.usedAt !== null) return this.end(tx, grant, 'The code was used before. What it had given is revoked.');
    await this.services.useCode(tx, code.codeHash, now);
    if (code.redirectUri !== redirectUri) return { refused: 'redirect_uri is not the one that the code was given for.' };
    if (!answersChallenge(verifier, code.codeChallenge)) return { refused: 'code_verifier does not answer the challenge.' };
    return { given: await this.give(tx, grant, now) };
  }

  private async forRefreshToken(tx: Tx, clientId: string, refreshToken: string): Promise<Outcome> {
    const now = this.clock.now();
    const token = await this.services.findTokenLocked(tx, hashOf(refreshToken));
    const grant = token?.kind === 'refresh' ? await this.liveGrant(tx, token.grantId, clientId) : null;
    if (!token || !grant || token.expiresAt <= now) return { refused: 'The refresh token is not known, or its time is over.' };
    if (token.endedAt !== null) return this.end(tx, grant, 'The refresh token was used before. The service is disconnected.');
    await this.services.endToken(tx, token.tokenHash, now);
    return { given: await this.give(tx, grant, now) };
  }

  private async liveGrant(tx: Tx, id: string, clientId: string): Promise<ServiceGrant | null> {
    const grant = await this.services.findGrant(tx, id);
    return grant && grant.revokedAt === null && grant.clientId === clientId ? grant : null;
  }

  private async give(tx: Tx, { id, institutionId, scopes }: ServiceGrant, now: Date): Promise<GivenTokens> {
    await this.services.forgetTokens(tx, id, now);
    const give = async (kind: 'access' | 'refresh', life: number): Promise<string> => {
      const { token: secret, hash } = newSecret();
      const expiresAt = new Date(now.getTime() + life);
      await this.services.addToken(tx, {
        tokenHash: hash,
        institutionId,
        grantId: id,
        kind,
        createdAt: now,
        expiresAt,
        endedAt: null,
      });
      return secret;
    };
    return {
      accessToken: await give('access', ACCESS_LIFE_MS),
      refreshToken: scopes.includes(OFFLINE_ACCESS) ? await give('refresh', REFRESH_LIFE_MS) : null,
      scopes,
    };
  }

  private async end(tx: Tx, { id, institutionId, personId }: ServiceGrant, refused: string): Promise<Outcome> {
    const now = this.clock.now();
    await this.services.revokeGrant(tx, id, personId, now);
    await recordEvent(tx, {
      institutionId,
      type: 'service.disconnected',
      actorId: null,
      subject: { type: 'service_grant', id },
      particulars: { because: 'reuse' },
      occurredAt: now,
    });
    return { refused };
  }
}

function required(form: Readonly<Record<string, string>>, name: string): string {
  const value = form[name];
  if (!value) throw new Problem(invalidRequest, { detail: `${name} is missing.` });
  return value;
}
