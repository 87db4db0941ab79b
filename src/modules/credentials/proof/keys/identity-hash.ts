import { createHash, timingSafeEqual } from 'node:crypto';
import type { SaltedHash } from '../../domain/award.js';
import type { JsonObject } from '../../domain/json.js';

/** The salted hash by which a badge names its learner without showing the e-mail address (OB 3.0 §B.1.13). Checkable, not anonymous. */
export function hashEmail(email: string, salt: string): SaltedHash {
  return { identityHash: `sha256$${digest('sha256', normalize(email), salt)}`, salt };
}

/**
 * Whether an IdentityObject of a badge names this e-mail address. Reads MD5 and unsalted hashes as well, which the standard allows and
 * we never write, and plain addresses.
 */
export function namesEmail(identity: JsonObject, email: string): boolean {
  if (identity.identityType !== 'emailAddress' || typeof identity.identityHash !== 'string') return false;
  const salt = typeof identity.salt === 'string' ? identity.salt : '';
  if (identity.hashed !== true) return same(normalize(identity.identityHash), normalize(email));
  const [algorithm, hash] = identity.identityHash.toLowerCase().split('$');
  if ((algorithm !== 'sha256' && algorithm !== 'md5') || hash === undefined) return false;
  // Some issuers hashed the address as their learner had written it.
  return [normalize(email), email.trim()].some((address) => same(digest(algorithm, address, salt), hash));
}

function digest(algorithm: 'sha256' | 'md5', address: string, salt: string): string {
  return createHash(algorithm)
    .update(address + salt, 'utf8')
    .digest('hex');
}

function normalize(email: string): string {
  return email.trim().toLowerCase();
}

function same(first: string, second: string): boolean {
  const [a, b] = [Buffer.from(first), Buffer.from(second)];
  return a.length === b.length && timingSafeEqual(a, b);
}
