import { createHash } from 'node:crypto';
import { newToken } from '../../../platform/ids.js';

export interface Secret {
  /** Goes to its owner once and is kept nowhere. */
  token: string;
  /** What the database holds: of 256 random bits, an unsalted hash tells nothing. */
  hash: string;
}

const API_PREFIX = 'cairn_';

/** For sessions, links and invitations. */
export function newSecret(): Secret {
  const token = newToken(256);
  return { token, hash: hashOf(token) };
}

/** The prefix lets people and scanners recognise a token that leaked. */
export function newApiSecret(): Secret {
  const token = `${API_PREFIX}${newToken(256)}`;
  return { token, hash: hashOf(token) };
}

export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

export function looksLikeSecret(text: string): boolean {
  return /^[\w-]{43}$/.test(text);
}

export function looksLikeApiSecret(text: string): boolean {
  return text.startsWith(API_PREFIX) && looksLikeSecret(text.slice(API_PREFIX.length));
}
