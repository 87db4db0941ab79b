import { createHash, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { RecentlyUsed } from '../../../../platform/recently-used.js';
import { decodeBase58, encodeBase58 } from './base58.js';

// The multicodec of an Ed25519 public key as a varint (Controlled Identifiers 1.0 §2.2.2): it makes every key start with `z6Mk`.
const ed25519Prefix = Buffer.from([0xed, 0x01]);
const keyLength = 32;

export interface SigningKeyPair {
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

export function generateSigningKey(): SigningKeyPair {
  return generateKeyPairSync('ed25519');
}

/** `z6Mk…`. Takes a public key, or a private one whose public half is meant. Throws for keys that are not Ed25519. */
export function publicKeyMultibase(key: KeyObject): string {
  if (key.asymmetricKeyType !== 'ed25519') {
    throw new TypeError(`Only Ed25519 keys sign credentials, but this one is ${key.asymmetricKeyType ?? key.type}.`);
  }
  const { x } = (key.type === 'private' ? createPublicKey(key) : key).export({ format: 'jwk' });
  return `z${encodeBase58(Buffer.concat([ed25519Prefix, Buffer.from(x ?? '', 'base64url')]))}`;
}

// Importing a key takes as long as checking a signature with it, and the same few issuers are met again and again.
const imported = new RecentlyUsed<KeyObject>(256);

/** The public key a Multikey's `publicKeyMultibase` holds; undefined for every other encoding, length or kind of key. */
export function publicKeyFromMultibase(multibase: unknown): KeyObject | undefined {
  if (typeof multibase !== 'string' || !multibase.startsWith('z')) return undefined;
  const known = imported.get(multibase);
  if (known) return known;
  const bytes = decodeBase58(multibase.slice(1), 64);
  if (!bytes || bytes.length !== ed25519Prefix.length + keyLength || !ed25519Prefix.equals(bytes.subarray(0, 2)))
    return undefined;
  const x = Buffer.from(bytes.subarray(2)).toString('base64url');
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  imported.set(multibase, key, 1);
  return key;
}

/** The fragment of a key's id in its DID document, derived from the key itself so that an id can never come to mean another key. */
export function keyFragment(multibase: string): string {
  return `key-${encodeBase58(createHash('sha256').update(multibase).digest()).slice(0, 16)}`;
}
