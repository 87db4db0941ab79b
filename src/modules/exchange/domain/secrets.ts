import { createHash, timingSafeEqual } from 'node:crypto';
import { newToken } from '../../../platform/ids.js';

export interface Secret {
  /** Goes to its owner once and is kept nowhere. */
  secret: string;
  /** What the database holds: of 256 random bits, an unsalted hash tells nothing. */
  hash: string;
}

export function newSecret(): Secret {
  const secret = newToken(256);
  return { secret, hash: hashOf(secret) };
}

export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}

/** Whether the secret has the hash, in a time that tells nothing of where they differ. */
export function matchesHash(secret: string, hash: string): boolean {
  return timingSafeEqual(Buffer.from(hashOf(secret)), Buffer.from(hash.padEnd(43).slice(0, 43)));
}

/** The S256 challenge of a PKCE verifier (RFC 7636 §4.2) is the same hash of it. */
export function answersChallenge(verifier: string, challenge: string): boolean {
  return /^[A-Za-z0-9._~-]{43,128}$/.test(verifier) && matchesHash(verifier, challenge);
}
