import type { JSONWebKeySet, JWK } from 'jose';
import { isObject } from './claim-reader.js';

/** More than any platform has at once, and few enough to be looked through. */
const MOST_KEYS = 100;
const MEMBERS = ['kty', 'kid', 'alg', 'use', 'n', 'e', 'crv', 'x', 'y'] as const;

/**
 * The public keys of a set (RFC 7517 §5) that can prove signatures and have a name. Others are passed over, and of each key only what
 * belongs to a public one is kept. `null` for what is no set, or an endless one.
 */
export function readKeySet(body: unknown): JSONWebKeySet | null {
  const keys: unknown = isObject(body) ? body['keys'] : undefined;
  if (!Array.isArray(keys) || keys.length > MOST_KEYS) return null;
  return { keys: keys.flatMap((key) => readKey(key) ?? []) };
}

function readKey(key: unknown): JWK | null {
  if (!isObject(key)) return null;
  const { kty, kid, use } = key;
  if ((kty !== 'RSA' && kty !== 'EC') || typeof kid !== 'string' || (use !== undefined && use !== 'sig')) return null;
  const kept = MEMBERS.flatMap((name) => (typeof key[name] === 'string' ? [[name, key[name]] as const] : []));
  return { ...Object.fromEntries(kept), kty };
}
