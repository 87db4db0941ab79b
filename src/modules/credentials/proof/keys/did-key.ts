import { createPublicKey, type KeyObject } from 'node:crypto';
import type { JsonObject } from '../../domain/json.js';
import { decodeBase58 } from './base58.js';
import { DID_V1, MULTIKEY_V1 } from '../context-pins.js';
import { publicKeyFromMultibase } from './keys.js';
import { p256FromMultibase } from '../verifying/verification-key.js';

/** The document of an Ed25519 or P-256 did:key, which follows from the DID itself and needs no look-up. Undefined for any other did:key. */
export function didKeyDocument(did: string): JsonObject | undefined {
  const multibase = did.slice('did:key:'.length);
  if (!did.startsWith('did:key:') || !(publicKeyFromMultibase(multibase) ?? p256FromMultibase(multibase))) return undefined;
  const id = `${did}#${multibase}`;
  return {
    '@context': [DID_V1, MULTIKEY_V1],
    id: did,
    verificationMethod: [{ id, type: 'Multikey', controller: did, publicKeyMultibase: multibase }],
    assertionMethod: [id],
    authentication: [id],
  };
}

// The multicodec of a P-256 public key, and what comes before its compressed point in a SubjectPublicKeyInfo (RFC 5480).
const p256Prefix = Buffer.from([0x80, 0x24]);
const p256Info = Buffer.from('3039301306072a8648ce3d020106082a8648ce3d030107032200', 'hex');

/** The key that a did:key on Ed25519 or P-256 is. Undefined for any other. */
export function didKeyPublicKey(did: string): KeyObject | undefined {
  const multibase = did.startsWith('did:key:') ? did.slice('did:key:'.length) : '';
  const edwards = publicKeyFromMultibase(multibase);
  const bytes = multibase.startsWith('z') ? decodeBase58(multibase.slice(1), 64) : undefined;
  if (edwards || bytes?.length !== 35 || !p256Prefix.equals(bytes.subarray(0, 2))) return edwards;
  try {
    return createPublicKey({ key: Buffer.concat([p256Info, bytes.subarray(2)]), format: 'der', type: 'spki' });
  } catch {
    return undefined;
  }
}
