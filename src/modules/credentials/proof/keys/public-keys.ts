import { createPublicKey, ECDH, type JsonWebKey, type KeyObject } from 'node:crypto';
import { jwtAlgorithmOf, type KeyAlgorithm } from '../../domain/key-algorithms.js';
import type { JsonObject } from '../../domain/json.js';
import { decodeBase58, encodeBase58 } from './base58.js';
import { keyFragment, publicKeyFromMultibase, publicKeyMultibase } from './keys.js';

// Multicodecs as varints: p256-pub (a compressed point) and rsa-pub (an RSAPublicKey of PKCS #1), as did:key writes them.
const p256Prefix = Buffer.from([0x80, 0x24]);
const rsaPrefix = Buffer.from([0x85, 0x24]);
// Of an RSA key of 4096 bits there are some 725.
const longestMultibase = 1_000;

/** How rows name any signing key: `z6Mk…` for Ed25519, `zDn…` for P-256, `z4MX…` for RSA. Takes the public key. */
export function encodePublicKey(key: KeyObject): string {
  if (key.asymmetricKeyType === 'ec') return multibase(p256Prefix, compressedPoint(key));
  if (key.asymmetricKeyType === 'rsa') return multibase(rsaPrefix, key.export({ type: 'pkcs1', format: 'der' }));
  return publicKeyMultibase(key);
}

/** The key that `encodePublicKey` wrote. Throws for anything else. */
export function decodePublicKey(encoded: string): KeyObject {
  const ed25519 = publicKeyFromMultibase(encoded);
  if (ed25519) return ed25519;
  const bytes = encoded.startsWith('z') ? decodeBase58(encoded.slice(1), longestMultibase) : undefined;
  const [prefix, key] = [Buffer.from(bytes?.subarray(0, 2) ?? []), Buffer.from(bytes?.subarray(2) ?? [])];
  if (prefix.equals(rsaPrefix)) return createPublicKey({ key, type: 'pkcs1', format: 'der' });
  if (!prefix.equals(p256Prefix)) throw new TypeError('This is not the public key of a signing key.');
  const point = ECDH.convertKey(key, 'prime256v1', undefined, undefined, 'uncompressed') as Buffer;
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((coordinate) => coordinate.toString('base64url'));
  return createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y } as JsonWebKey, format: 'jwk' });
}

/** The algorithm of a key that `encodePublicKey` wrote. */
export function algorithmOf(encoded: string): KeyAlgorithm {
  return algorithms.get(decodePublicKey(encoded).asymmetricKeyType ?? '') ?? 'Ed25519';
}

const algorithms = new Map<string, KeyAlgorithm>([
  ['rsa', 'RS256'],
  ['ec', 'ES256'],
]);

/** The key as a JWK (RFC 7517) with `kid`, `alg` and `use`, which is what the `kid` of a VC-JWT leads to (OB 3.0 §8.2.2). */
export function publicJwk(encoded: string, kid: string): JsonObject {
  const alg = jwtAlgorithmOf(algorithmOf(encoded));
  return { ...(decodePublicKey(encoded).export({ format: 'jwk' }) as JsonObject), kid, alg, use: 'sig' };
}

/** As `publicJwk`, for DID documents: `kid` is the fragment (Controlled Identifiers 1.0 §2.2.3). */
export function didJwk(encoded: string): JsonObject {
  return publicJwk(encoded, keyFragment(encoded));
}

function multibase(prefix: Buffer, bytes: Buffer): string {
  return `z${encodeBase58(Buffer.concat([prefix, bytes]))}`;
}

function compressedPoint(key: KeyObject): Buffer {
  const { crv, x, y } = key.export({ format: 'jwk' });
  if (crv !== 'P-256') throw new TypeError(`ES256 signs with P-256 keys, but this one is of ${crv ?? 'no known curve'}.`);
  const [abscissa, ordinate] = [Buffer.from(x ?? '', 'base64url'), Buffer.from(y ?? '', 'base64url')];
  return Buffer.concat([Buffer.from([0x02 + ((ordinate.at(-1) ?? 0) & 1)]), abscissa]);
}
