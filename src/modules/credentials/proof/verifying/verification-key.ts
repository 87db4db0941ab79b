import { createPublicKey, ECDH, type KeyObject } from 'node:crypto';
import { isJsonObject, type JsonObject, type JsonValue } from '../../domain/json.js';
import { decodeBase58 } from '../keys/base58.js';
import { publicKeyFromMultibase } from '../keys/keys.js';

/** The Ed25519 key of a Multikey; undefined for every other kind. Proofs of the EdDSA suites allow nothing else (VC DI EdDSA §2.2). */
export function multikey(method: JsonObject): KeyObject | undefined {
  return method.type === 'Multikey' ? publicKeyFromMultibase(method.publicKeyMultibase) : undefined;
}

/** As `multikey`, for proofs of type Ed25519Signature2020, whose keys had a type of their own with the same encoding. */
export function keyOf2020(method: JsonObject): KeyObject | undefined {
  return method.type === 'Ed25519VerificationKey2020' ? publicKeyFromMultibase(method.publicKeyMultibase) : multikey(method);
}

/** The key of a verification method that may sign tokens: a Multikey, or a JWK (Controlled Identifiers 1.0 §2.2). */
export function tokenKey(method: JsonObject): KeyObject | undefined {
  if (method.type === 'Multikey')
    return publicKeyFromMultibase(method.publicKeyMultibase) ?? p256FromMultibase(method.publicKeyMultibase);
  const isJwk = method.type === 'JsonWebKey' || method.type === 'JsonWebKey2020';
  return isJwk ? publicKeyFromJwk(method.publicKeyJwk) : undefined;
}

const leastRsaBits = 2_048;

/** A public RSA (2048 bits or more), P-256 or Ed25519 key; undefined for any other JWK, and for one that shows its private half. */
export function publicKeyFromJwk(jwk: JsonValue | undefined): KeyObject | undefined {
  if (!isJsonObject(jwk) || jwk.d !== undefined || jwk.use === 'enc') return undefined;
  const known = jwk.kty === 'RSA' || (jwk.kty === 'EC' && jwk.crv === 'P-256') || (jwk.kty === 'OKP' && jwk.crv === 'Ed25519');
  if (!known) return undefined;
  const { kty, crv, x, y, n, e } = jwk;
  const members = Object.fromEntries(Object.entries({ kty, crv, x, y, n, e }).filter(([, value]) => typeof value === 'string'));
  return imported(() => createPublicKey({ key: members, format: 'jwk' }));
}

/** As `publicKeyFromJwk`, from a PEM text (Open Badges 2.0 `CryptographicKey`). */
export function publicKeyFromPem(pem: JsonValue | undefined): KeyObject | undefined {
  if (typeof pem !== 'string' || !pem.includes('PUBLIC KEY') || pem.length > 8_192) return undefined;
  return imported(() => createPublicKey(pem));
}

function imported(create: () => KeyObject): KeyObject | undefined {
  try {
    const key = create();
    const weak = key.asymmetricKeyType === 'rsa' && (key.asymmetricKeyDetails?.modulusLength ?? 0) < leastRsaBits;
    return weak ? undefined : key;
  } catch {
    // What node:crypto cannot read is no key; why does not matter to anybody.
    return undefined;
  }
}

const p256Prefix = Buffer.from([0x80, 0x24]);

/** The P-256 key of a multibase text, which starts with `zDn` and holds a compressed point. */
export function p256FromMultibase(multibase: JsonValue | undefined): KeyObject | undefined {
  if (typeof multibase !== 'string' || !multibase.startsWith('zDn')) return undefined;
  const bytes = decodeBase58(multibase.slice(1), 64);
  if (!bytes || bytes.length !== 35 || !p256Prefix.equals(bytes.subarray(0, 2))) return undefined;
  return imported(() => {
    const point = ECDH.convertKey(bytes.subarray(2), 'prime256v1', undefined, undefined, 'uncompressed') as Buffer;
    const [x, y] = [point.subarray(1, 33).toString('base64url'), point.subarray(33).toString('base64url')];
    return createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' });
  });
}
