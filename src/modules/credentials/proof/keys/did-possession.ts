import { compactVerify, decodeProtectedHeader, errors } from 'jose';
import { createPublicKey, type KeyObject } from 'node:crypto';
import { asList, isJsonObject, type JsonObject, type JsonValue } from '../../domain/json.js';
import { didKeyDocument } from './did-key.js';
import { didWebUrl } from './did-web.js';
import { publicKeyFromMultibase } from './keys.js';
import type { Resolve } from '../verifying/verification.js';

export type PossessionFault =
  | 'did-unsupported'
  | 'did-unreachable'
  | 'did-document-of-another'
  | 'proof-malformed'
  | 'key-unknown'
  | 'signature-wrong'
  | 'wrong-audience'
  | 'wrong-challenge';

export interface PossessionProof {
  readonly did: string;
  /** A compact JWS, EdDSA, whose `kid` is a DID URL of the DID; its payload has `aud` and `nonce`. */
  readonly jws: string;
  readonly audience: string;
  readonly challenge: string;
}

/** Whether Cairn can check who holds the DID: an Ed25519 did:key, or a plain did:web. */
export function isProvableDid(did: string): boolean {
  return didKeyDocument(did) !== undefined || didWebUrl(did) !== undefined;
}

/**
 * Whether whoever made the JWS (RFC 7515) holds a key by which the DID's subject proves to be itself: one of the document's
 * `authentication` methods (DID Core §5.3.1). The key comes from the DID's own document and never from the JWS. Undefined: it is proven.
 */
export async function possessionFault(proof: PossessionProof, resolve: Resolve): Promise<PossessionFault | undefined> {
  if (!isProvableDid(proof.did)) return 'did-unsupported';
  const header = headerOf(proof.jws);
  if (!header || !header.kid.startsWith(`${proof.did}#`)) return 'proof-malformed';
  const document = await documentOf(proof.did, resolve);
  if (!document) return 'did-unreachable';
  if (document.id !== proof.did) return 'did-document-of-another';
  const key = authenticationKey(document, header.kid);
  if (!key) return 'key-unknown';
  const claims = await claimsOf(proof.jws, key);
  if (!claims) return 'signature-wrong';
  if (claims.aud !== proof.audience) return 'wrong-audience';
  return claims.nonce === proof.challenge ? undefined : 'wrong-challenge';
}

function headerOf(jws: string): { kid: string } | undefined {
  try {
    const { alg, kid } = decodeProtectedHeader(jws);
    return alg === 'EdDSA' && typeof kid === 'string' ? { kid } : undefined;
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

async function documentOf(did: string, resolve: Resolve): Promise<JsonObject | undefined> {
  const key = didKeyDocument(did);
  // The one key of a did:key serves every purpose.
  if (key) return { ...key, authentication: key.assertionMethod ?? [] };
  const resolved = await resolve(did);
  return resolved.ok && isJsonObject(resolved.document) ? resolved.document : undefined;
}

function authenticationKey(document: JsonObject, kid: string): KeyObject | undefined {
  const named = asList(document.authentication);
  const methods = [...named, ...asList(document.verificationMethod)].filter(isJsonObject);
  const authorised = named.some((item) => (isJsonObject(item) ? item.id : item) === kid);
  const method = authorised ? methods.find(({ id, controller }) => id === kid && controller === document.id) : undefined;
  return method && (publicKeyFromMultibase(method.publicKeyMultibase) ?? publicKeyFromJwk(method.publicKeyJwk));
}

function publicKeyFromJwk(jwk: JsonValue | undefined): KeyObject | undefined {
  if (!isJsonObject(jwk ?? null)) return undefined;
  const { kty, crv, x } = jwk as JsonObject;
  if (kty !== 'OKP' || crv !== 'Ed25519' || typeof x !== 'string' || !/^[\w-]{43}$/.test(x)) return undefined;
  return createPublicKey({ key: { kty, crv, x }, format: 'jwk' });
}

async function claimsOf(jws: string, key: KeyObject): Promise<JsonObject | undefined> {
  let payload: Uint8Array;
  try {
    ({ payload } = await compactVerify(jws, key, { algorithms: ['EdDSA'] }));
  } catch (error) {
    if (error instanceof errors.JOSEError) return undefined;
    throw error;
  }
  try {
    const claims = JSON.parse(Buffer.from(payload).toString('utf8')) as JsonValue;
    return isJsonObject(claims) ? claims : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
