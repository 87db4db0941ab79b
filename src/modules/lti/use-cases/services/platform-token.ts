import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import { newToken } from '../../../../platform/ids.js';
import type { Registration } from '../../data/registrations.repository.js';
import { isObject } from '../../domain/claim-reader.js';
import { problemOf, type ServiceFailure } from '../../domain/service-problem.js';
import { PlatformHttp } from '../platform-http.js';
import { ToolKeys } from '../tool-keys.js';

/** What talking with a platform needs to know of its registration. */
export type Platform = Pick<Registration, 'id' | 'clientId' | 'tokenUrl' | 'tokenAudience'>;

export interface AccessToken {
  ok: true;
  value: string;
  /** Perhaps fewer than were asked for. */
  scopes: ReadonlySet<string>;
}

interface Kept {
  token: AccessToken;
  until: number;
}

const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
const ASSERTION_S = 300;
const EARLIER_S = 60;
/** Where a platform does not say. */
const USUAL_S = 600;
const MOST_KEPT = 1_000;

/** Access tokens of platforms, by client credentials (Security Framework 1.1 §4.1). In memory alone, and asked for once at a time. */
@Injectable()
export class PlatformToken {
  private readonly kept = new Map<string, Kept>();
  private readonly asked = new Map<string, Promise<AccessToken | ServiceFailure>>();

  constructor(
    private readonly keys: ToolKeys,
    private readonly http: PlatformHttp,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** `instead`: the value of one that the platform does not take any more. */
  async of(platform: Platform, scopes: readonly string[], instead?: string): Promise<AccessToken | ServiceFailure> {
    const name = [platform.id, platform.clientId, platform.tokenUrl, ...scopes.toSorted()].join(' ');
    const kept = this.kept.get(name);
    if (kept && kept.until > this.clock.now().getTime() && kept.token.value !== instead) return kept.token;
    const running = this.asked.get(name);
    if (running) return running;
    const asking = this.ask(platform, scopes, name).finally(() => this.asked.delete(name));
    this.asked.set(name, asking);
    return asking;
  }

  private async ask(platform: Platform, scopes: readonly string[], name: string): Promise<AccessToken | ServiceFailure> {
    this.kept.delete(name);
    const now = this.clock.now().getTime();
    const form = new URLSearchParams({
      grant_type: 'client_credentials',
      client_assertion_type: ASSERTION_TYPE,
      client_assertion: await this.assertion(platform, Math.floor(now / 1_000)),
      scope: scopes.toSorted().join(' '),
    });
    const answer = await this.http.call(platform.tokenUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
      body: form.toString(),
    });
    if (!answer.ok) return { ok: false, problem: 'unreachable', retryAfter: null };
    const retryAfter = answer.headers['retry-after'] ?? null;
    const problem = problemOf(answer.status);
    // Also where the platform could not read our keys just then: it says the same as for a client that it does not know.
    if (problem) return { ok: false, problem: isRefusal(answer.status) ? 'token_refused' : problem, retryAfter };
    const read = readToken(answer.text, scopes);
    if (!read) return { ok: false, problem: 'unreadable', retryAfter };
    if (this.kept.size >= MOST_KEPT) this.kept.clear();
    this.kept.set(name, { token: read.token, until: now + (read.seconds - EARLIER_S) * 1_000 });
    return read.token;
  }

  private assertion({ clientId, tokenUrl, tokenAudience }: Platform, iat: number): Promise<string> {
    return this.keys.sign({
      iss: clientId,
      sub: clientId,
      aud: tokenAudience ?? tokenUrl,
      iat,
      exp: iat + ASSERTION_S,
      jti: newToken(128),
    });
  }
}

function isRefusal(status: number): boolean {
  return status === 400 || status === 401 || status === 403;
}

function readToken(text: string, asked: readonly string[]): { token: AccessToken; seconds: number } | null {
  const said = parsed(text);
  const value = said['access_token'];
  if (typeof value !== 'string' || value === '') return null;
  // Left out, it is what was asked for (RFC 6749 §5.1).
  const scope = typeof said['scope'] === 'string' ? said['scope'].split(' ') : asked;
  const seconds = Number(said['expires_in'] ?? USUAL_S);
  return {
    token: { ok: true, value, scopes: new Set(scope) },
    seconds: Number.isFinite(seconds) ? seconds : USUAL_S,
  };
}

function parsed(text: string): Record<string, unknown> {
  try {
    const said: unknown = JSON.parse(text);
    return isObject(said) ? said : {};
  } catch {
    return {};
  }
}
