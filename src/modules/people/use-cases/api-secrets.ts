import { newToken } from '../../../platform/ids.js';
import { hashOf, looksLikeSecret, type Secret } from '../../../platform/secrets.js';

const API_PREFIX = 'cairn_';

/** The prefix lets people and scanners recognise a token that leaked. */
export function newApiSecret(): Secret {
  const token = `${API_PREFIX}${newToken(256)}`;
  return { token, hash: hashOf(token) };
}

export function looksLikeApiSecret(text: string): boolean {
  return text.startsWith(API_PREFIX) && looksLikeSecret(text.slice(API_PREFIX.length));
}
