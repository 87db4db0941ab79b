import { createHash } from 'node:crypto';
import { asList, isJsonObject, type JsonObject, type JsonValue } from '../../domain/json.js';
import { decodeBase58 } from '../keys/base58.js';
import { contextBytes } from '../contexts.js';
import { type CheckResult, failed, unknown } from './verification.js';

/**
 * Compares the digests of `relatedResource` (VC 2.0 §5.3) with the resources kept here. One that is not kept cannot be checked, and then
 * the credential must not be signed or called verified. Undefined when nothing is wrong. Expects a well-formed credential.
 */
export function relatedResourceFault(credential: JsonObject): CheckResult | undefined {
  for (const { id, digestSRI, digestMultibase } of asList(credential.relatedResource).filter(isJsonObject)) {
    const bytes = typeof id === 'string' ? contextBytes(id) : undefined;
    if (!bytes) return unknown('schema', 'related-resource-unchecked', `${JSON.stringify(id)} is not kept here.`);
    const digests = [
      ...asList(digestSRI).map((digest) => matchesSri(digest, bytes)),
      ...asList(digestMultibase).map((digest) => matchesMultibase(digest, bytes)),
    ];
    if (!digests.every(Boolean))
      return failed('schema', 'related-resource-mismatch', `The digest of ${JSON.stringify(id)} is another.`);
  }
  return undefined;
}

function matchesSri(digest: JsonValue, bytes: Buffer): boolean {
  if (typeof digest !== 'string') return false;
  const [, algorithm, hash] = /^(sha256|sha384|sha512)-([A-Za-z0-9+/]+={0,2})$/.exec(digest) ?? [];
  return algorithm !== undefined && createHash(algorithm).update(bytes).digest('base64') === hash;
}

const sha256Multihash = Buffer.from([0x12, 0x20]);

/** Takes the multihash the standard asks for and, because issuers write it, the bare 32 bytes. */
function matchesMultibase(digest: JsonValue, bytes: Buffer): boolean {
  const hash = createHash('sha256').update(bytes).digest();
  const given = typeof digest === 'string' ? decodeMultibase(digest) : undefined;
  return given !== undefined && (hash.equals(given) || Buffer.concat([sha256Multihash, hash]).equals(given));
}

function decodeMultibase(text: string): Uint8Array | undefined {
  if (text.startsWith('z')) return decodeBase58(text.slice(1));
  return /^u[A-Za-z0-9_-]+$/.test(text) ? Buffer.from(text.slice(1), 'base64url') : undefined;
}
