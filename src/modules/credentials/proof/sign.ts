import { createHash, KeyObject, sign } from 'node:crypto';
import { dateTimeStamp } from '../domain/date-time.js';
import type { JsonObject } from '../domain/json.js';
import { encodeBase58 } from './base58.js';
import { canonicalNQuads, UnsafeDocumentError } from './canonicalize.js';
import type { PrivateKeyHandle } from './key-custody.js';
import { canonicalProofOptions, proofOptions } from './proof-options.js';

/** Everything a signature depends on. The same intent always gives the same bytes, so a job that runs twice does no harm. */
export interface SigningIntent {
  readonly document: JsonObject;
  /** The id of the key in the issuer's DID document. */
  readonly verificationMethod: string;
  /** Ed25519: in its custody, or in this process; import the latter once and keep the object, importing costs ten times the signature. */
  readonly privateKey: PrivateKeyHandle | KeyObject;
  readonly created: Date;
}

export interface SignedCredential {
  readonly signed: JsonObject;
  /** JSON text of `signed`. Store and serve exactly this; never write it anew. */
  readonly bytes: string;
}

/**
 * Secures a document with an eddsa-rdfc-2022 DataIntegrityProof (VC Data Integrity EdDSA Cryptosuites §3.2.1).
 * Throws UnsafeDocumentError or UnknownContextError for a document that must not be signed, also when it already has a proof.
 */
export async function signCredential(intent: SigningIntent): Promise<SignedCredential> {
  const { document, verificationMethod, privateKey } = intent;
  if (!isEd25519(privateKey)) {
    throw new TypeError('Credentials are signed with an Ed25519 private key.');
  }
  if (Object.hasOwn(document, 'proof')) {
    throw new UnsafeDocumentError('already-signed', 'The document already has a proof; sign the document without it.');
  }
  const created = dateTimeStamp(intent.created);
  const options = await canonicalProofOptions(document['@context'] ?? [], verificationMethod, created);
  const hashes = hashPair(options, await canonicalNQuads(document));
  const signature = privateKey instanceof KeyObject ? sign(null, hashes, privateKey) : await privateKey.sign(hashes);
  // A list of one: the strict Open Badges schema wants a list, and the proof itself is outside of what is hashed.
  const proof = [{ ...proofOptions(verificationMethod, created), proofValue: `z${encodeBase58(signature)}` }];
  const signed: JsonObject = { ...document, proof };
  return { signed, bytes: JSON.stringify(signed) };
}

function isEd25519(key: PrivateKeyHandle | KeyObject): boolean {
  if (!(key instanceof KeyObject)) return key.algorithm === 'Ed25519';
  return key.asymmetricKeyType === 'ed25519' && key.type === 'private';
}

/** The 64 bytes that are signed: digest of the options, then of the document (§3.2.4). Both are canonical N-Quads. */
export function hashPair(options: string, document: string): Buffer {
  return Buffer.concat([sha256(options), sha256(document)]);
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text, 'utf8').digest();
}
