import { createHash, timingSafeEqual } from 'node:crypto';
import { newToken } from './ids.js';

export interface Secret {
  /** Goes to its owner once and is kept nowhere. */
  token: string;
  /** What the database holds: of 256 random bits, an unsalted hash tells nothing. */
  hash: string;
}

/** For whatever opens a door by being known: sessions, links, invitations, service tokens. */
export function newSecret(): Secret {
  const token = newToken(256);
  return { token, hash: hashOf(token) };
}

export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

export function looksLikeSecret(text: string): boolean {
  return /^[\w-]{43}$/.test(text);
}

/** Whether the token has the hash, in a time that tells nothing of where they differ. */
export function matchesHash(token: string, hash: string): boolean {
  return timingSafeEqual(Buffer.from(hashOf(token)), Buffer.from(hash.padEnd(43).slice(0, 43)));
}
