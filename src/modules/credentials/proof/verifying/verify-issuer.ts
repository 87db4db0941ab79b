import type { KeyObject } from 'node:crypto';
import { parseDateTimeStamp } from '../../domain/date-time.js';
import { asList, isJsonObject, type JsonObject, type JsonValue } from '../../domain/json.js';
import { didKeyDocument } from '../keys/did-key.js';
import {
  type CheckResult,
  failed,
  passed,
  type ProofPurpose,
  type Resolved,
  unknown,
  type VerifyOptions,
} from './verification.js';
import type { ReadProof } from './proof-shape.js';
import { keyOf2020, multikey } from './verification-key.js';

export type IssuerKeys =
  | { readonly check: CheckResult; readonly keys: ReadonlyMap<string, KeyObject> }
  | { readonly check: CheckResult; readonly keys?: undefined };

type SigningProof = Pick<ReadProof, 'verificationMethod' | 'cryptosuite'>;

/** The id of the issuer; empty, and so nobody's, when it has none. */
export function issuerId(document: JsonObject): string {
  const { issuer } = document;
  const id = isJsonObject(issuer) ? issuer.id : issuer;
  return typeof id === 'string' ? id : '';
}

/**
 * The public keys behind the proofs' verification methods. A key counts only when it stands in the issuer's own document, under
 * the purpose of the proof; never because a proof brings it along, or because its id looks like a key.
 */
export async function issuerKeys(
  issuer: string,
  proofs: readonly SigningProof[],
  { resolve, now, purpose = 'assertionMethod' }: VerifyOptions,
): Promise<IssuerKeys> {
  const foreign = proofs.find(({ verificationMethod }) => verificationMethod.split('#', 1)[0] !== issuer)?.verificationMethod;
  if (foreign !== undefined) return { check: failed('issuer', 'method-of-another', `${foreign} is not a key of ${issuer}.`) };
  const { document, fault } = await issuerDocument(issuer, resolve);
  if (fault) return { check: fault };
  const keys = new Map<string, KeyObject>();
  for (const { verificationMethod: method, cryptosuite } of proofs) {
    const readKey = cryptosuite === 'Ed25519Signature2020' ? keyOf2020 : multikey;
    const found = keyOf(method, document, { issuer, now, purpose, readKey });
    if (!found.key) return { check: found.fault };
    keys.set(method, found.key);
  }
  return { check: passed('issuer'), keys };
}

export type IssuerDocument =
  | { readonly document: JsonObject; readonly fault?: undefined }
  | { readonly document?: undefined; readonly fault: CheckResult };

/** The issuer's own document, which must say that it is theirs. */
export async function issuerDocument(issuer: string, resolve: VerifyOptions['resolve']): Promise<IssuerDocument> {
  const resolved = await resolveIssuer(issuer, resolve);
  if (!resolved.ok) return { fault: unknown('issuer', 'issuer-unreachable', `${issuer}: ${resolved.detail ?? resolved.reason}`) };
  const { document } = resolved;
  if (!isJsonObject(document)) return { fault: failed('issuer', 'issuer-document-malformed', `${issuer} has no JSON document.`) };
  return document.id === issuer
    ? { document }
    : { fault: failed('issuer', 'issuer-document-of-another', `The document of ${issuer} names another.`) };
}

async function resolveIssuer(issuer: string, resolve: VerifyOptions['resolve']): Promise<Resolved> {
  if (!issuer.startsWith('did:key:')) return resolve(issuer);
  const document = didKeyDocument(issuer);
  return document
    ? { ok: true, document }
    : { ok: false, reason: 'unsupported', detail: 'this kind of did:key is not supported' };
}

export type FoundKey =
  | { readonly key: KeyObject; readonly fault?: undefined }
  | { readonly key?: undefined; readonly fault: CheckResult };

export interface KeySearch {
  readonly issuer: string;
  readonly now: Date;
  /** What the key must be allowed to sign; to assert credentials unless said otherwise. */
  readonly purpose?: ProofPurpose;
  readonly readKey: (method: JsonObject) => KeyObject | undefined;
}

/** The key behind the id of a verification method, which the issuer's document must allow to be used so. */
export function keyOf(
  method: string,
  document: JsonObject,
  { issuer, now, purpose = 'assertionMethod', readKey }: KeySearch,
): FoundKey {
  const authorized = asList(document[purpose]).some((entry) => idOf(entry, issuer) === method);
  const entries = [...asList(document.verificationMethod), ...asList(document[purpose])].filter(isJsonObject);
  const entry = entries.find((candidate) => idOf(candidate, issuer) === method);
  if (!entry) return { fault: failed('issuer', 'method-missing', `${method} is not in the document of its issuer.`) };
  if (!authorized) return { fault: failed('issuer', 'method-not-authorized', `${method} may not be used for ${purpose}.`) };
  if (entry.controller !== issuer) return { fault: failed('issuer', 'method-of-another', `${method} is controlled by another.`) };
  const key = readKey(entry);
  if (!key) return { fault: failed('issuer', 'key-encoding', `${method} is not a key of the kind that its proof needs.`) };
  if (isOver(entry.revoked, now)) return { fault: failed('issuer', 'key-revoked', `${method} is revoked.`) };
  return isOver(entry.expires, now) ? { fault: failed('issuer', 'key-expired', `${method} has expired.`) } : { key };
}

/** DID documents may name their own methods by the fragment alone (DID Core §3.2.2). */
export function idOf(entry: JsonValue, issuer: string): string | undefined {
  const id = isJsonObject(entry) ? entry.id : entry;
  if (typeof id !== 'string') return undefined;
  return id.startsWith('#') ? `${issuer}${id}` : id;
}

/** A date that cannot be read counts as past: the key's owner meant to end its life. */
function isOver(date: JsonValue | undefined, now: Date): boolean {
  if (date === undefined) return false;
  const moment = parseDateTimeStamp(date);
  return moment === undefined || moment <= now;
}
