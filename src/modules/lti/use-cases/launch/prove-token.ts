import { Injectable } from '@nestjs/common';
import { compactVerify, decodeProtectedHeader, importJWK, type JWK } from 'jose';
import type { Registration } from '../../data/registrations.repository.js';
import type { LtiRefusalCode } from '../../domain/refusal.js';
import { PlatformKeys } from './platform-keys.js';
import { RefusedMessage } from './refused-message.js';

const LONGEST_TOKEN = 131_072;
const COMPACT = /^[\w-]+\.[\w-]+\.[\w-]+$/;

/** Proves that a platform signed something: by a key of its own set, by an allowed method (Security Framework 1.1 §5.1.3). */
@Injectable()
export class ProveToken {
  constructor(private readonly keys: PlatformKeys) {}

  /** What the token says, of which nothing is believed yet but by whom. Throws `RefusedMessage`. */
  async run(registration: Registration, token: string): Promise<unknown> {
    const refuse = (code: LtiRefusalCode) => new RefusedMessage({ code }, registration.id);
    if (token.length > LONGEST_TOKEN || !COMPACT.test(token)) throw refuse('token_malformed');
    const { alg, kid } = header(token) ?? {};
    if (alg === undefined || !registration.algorithms.includes(alg)) throw refuse('algorithm_not_allowed');
    if (kid === undefined || kid === '') throw refuse('key_unnamed');
    const set = await this.keys.having(registration, kid);
    if (!set) throw refuse('keys_unreachable');
    const candidates = set.keys.filter((key) => key.kid === kid && (key.alg === undefined || key.alg === alg));
    if (candidates.length === 0) throw refuse('key_unknown');
    const payload = await firstThatHolds(token, candidates, alg);
    if (!payload) throw refuse('signature_wrong');
    return payload.claims;
  }
}

function header(token: string): { alg?: string; kid?: string } | null {
  try {
    const { alg, kid, crit } = decodeProtectedHeader(token);
    // What must be understood, is not (RFC 7515 §4.1.11).
    if (crit !== undefined) return null;
    return { ...(typeof alg === 'string' ? { alg } : {}), ...(typeof kid === 'string' ? { kid } : {}) };
  } catch {
    // Not JSON: malformed as far as anybody can tell.
    return null;
  }
}

/** Two keys of a set may have one name. */
async function firstThatHolds(token: string, candidates: readonly JWK[], alg: string): Promise<{ claims: unknown } | null> {
  for (const candidate of candidates) {
    try {
      const { payload } = await compactVerify(token, await importJWK(candidate, alg), { algorithms: [alg] });
      return { claims: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(payload)) as unknown };
    } catch {
      // Not by this key, not of this kind, or no JSON: all the same to who sent it.
    }
  }
  return null;
}
