import type { JsonObject } from '../domain/json.js';
import { DID_V1, MULTIKEY_V1 } from './context-pins.js';
import { publicKeyFromMultibase } from './keys.js';

/** The document of an Ed25519 did:key, which follows from the DID itself and needs no look-up. Undefined for any other did:key. */
export function didKeyDocument(did: string): JsonObject | undefined {
  const multibase = did.slice('did:key:'.length);
  if (!did.startsWith('did:key:') || !publicKeyFromMultibase(multibase)) return undefined;
  const id = `${did}#${multibase}`;
  return {
    '@context': [DID_V1, MULTIKEY_V1],
    id: did,
    verificationMethod: [{ id, type: 'Multikey', controller: did, publicKeyMultibase: multibase }],
    assertionMethod: [id],
    authentication: [id],
  };
}
