import { matchesHash } from '../../../platform/secrets.js';

/** The S256 challenge of a PKCE verifier is its hash (RFC 7636 §4.2). */
export function answersChallenge(verifier: string, challenge: string): boolean {
  return /^[A-Za-z0-9._~-]{43,128}$/.test(verifier) && matchesHash(verifier, challenge);
}
