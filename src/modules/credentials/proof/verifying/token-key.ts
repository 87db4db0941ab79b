import type { KeyObject } from 'node:crypto';
import { asList, isJsonObject, type JsonObject, type JsonValue } from '../../domain/json.js';
import { isUri } from '../../domain/uri.js';
import { inIssuersSpace } from '../issuer-space.js';
import { fits, type Jws } from './read-jws.js';
import { publicKeyFromJwk, tokenKey } from './verification-key.js';
import { type CheckResult, failed, passed, unknown, type VerifyOptions } from './verification.js';
import { idOf, issuerDocument, keyOf } from './verify-issuer.js';

export type TokenKey =
  | { readonly check: CheckResult; readonly key: KeyObject }
  | { readonly check: CheckResult; readonly key?: undefined };

/**
 * The issuer's key that a token names in its `kid` (OB 3.0 §8.2.4): a method of the issuer's DID document, an address in the issuer's own
 * space that answers with a JWK, or a key of the issuer's JWKS. Keys that a header brings along are not looked at.
 */
export async function keyOfToken(jws: Jws, issuer: string, options: VerifyOptions): Promise<TokenKey> {
  const found = await find(jws, issuer, options);
  if (!found.key) return found;
  return fits(found.key, jws)
    ? found
    : { check: failed('issuer', 'key-of-another-kind', `The key of the issuer is not one for ${jws.algorithm}.`) };
}

async function find({ header: { kid } }: Jws, issuer: string, options: VerifyOptions): Promise<TokenKey> {
  if (kid !== undefined && typeof kid !== 'string') return { check: failed('issuer', 'key-not-named', 'Its kid is not a text.') };
  const address = kid !== undefined && isUri(kid) ? kid : undefined;
  const asMethod = address?.includes('#') === true && address.startsWith(`${issuer}#`);
  if (address !== undefined && !asMethod && /^https?:/.test(address)) return keyAtAddress(address, issuer, options);
  if (address !== undefined && !asMethod)
    return { check: failed('issuer', 'method-of-another', `${address} is not a key of ${issuer}.`) };
  const { document, fault } = await issuerDocument(issuer, options.resolve);
  if (fault) return { check: fault };
  const method = address ?? methodNamed(kid, document, issuer);
  if (method !== undefined) return keyInDocument(method, document, issuer, options);
  return kid === undefined
    ? { check: failed('issuer', 'key-not-named', 'It does not say which of the issuer’s keys signed it.') }
    : keyInSet(kid, document, issuer, options);
}

function keyInDocument(method: string, document: JsonObject, issuer: string, { now }: VerifyOptions): TokenKey {
  const found = keyOf(method, document, { issuer, now, readKey: tokenKey });
  return found.key ? { check: passed('issuer'), key: found.key } : { check: found.fault };
}

/** The method that a bare `kid` means: by its fragment, or by the `kid` of its JWK. Without one, the only method there is. */
function methodNamed(kid: string | undefined, document: JsonObject, issuer: string): string | undefined {
  const methods = [...asList(document.verificationMethod), ...asList(document.assertionMethod)];
  const ids = new Set(methods.flatMap((entry) => idOf(entry, issuer) ?? []));
  if (kid === undefined) return ids.size === 1 ? [...ids][0] : undefined;
  const fragment = `${issuer}#${kid.replace(/^#/, '')}`;
  if (ids.has(fragment)) return fragment;
  const named = methods.filter(isJsonObject).find(({ publicKeyJwk }) => isJsonObject(publicKeyJwk) && publicKeyJwk.kid === kid);
  return named && idOf(named, issuer);
}

async function keyAtAddress(address: string, issuer: string, options: VerifyOptions): Promise<TokenKey> {
  if (!inIssuersSpace(address, issuer)) {
    const { document, fault } = await issuerDocument(issuer, options.resolve);
    if (fault) return { check: fault };
    if (!lists(document, address, issuer))
      return { check: failed('issuer', 'method-of-another', `${issuer} does not name ${address} as its key.`) };
  }
  return readKeyAt(address, address, options);
}

/** Whether the issuer's own document names the address as a key, or as where its keys are. */
function lists(document: JsonObject, address: string, issuer: string): boolean {
  const named = asList(document.assertionMethod).some((entry) => idOf(entry, issuer) === address);
  return named || document.jwks_uri === withoutFragment(address);
}

async function keyInSet(kid: string, document: JsonObject, issuer: string, options: VerifyOptions): Promise<TokenKey> {
  if (document.jwks !== undefined) return keyFrom(document.jwks, kid, issuer);
  // The document is the issuer's own, so where it says its keys are is the issuer's word, wherever that is.
  if (isUri(document.jwks_uri)) return readKeyAt(document.jwks_uri, kid, options);
  return { check: failed('issuer', 'method-missing', `${kid} is not in the document of ${issuer}.`) };
}

async function readKeyAt(address: string, kid: string, { resolve }: VerifyOptions): Promise<TokenKey> {
  const resolved = await resolve(withoutFragment(address));
  if (!resolved.ok) return { check: unknown('issuer', 'key-unreachable', `${address}: ${resolved.detail ?? resolved.reason}`) };
  return keyFrom(isJsonObject(resolved.document) ? resolved.document : undefined, kid, address);
}

/** A bare JWK, or the one with that `kid` of a set. */
function keyFrom(document: JsonValue | undefined, kid: string, where: string): TokenKey {
  const set = isJsonObject(document) ? document.keys : undefined;
  const names: readonly JsonValue[] = [kid, kid.split('#').at(-1) ?? kid];
  const jwk =
    set === undefined
      ? document
      : asList(set)
          .filter(isJsonObject)
          .find((one) => one.kid !== undefined && names.includes(one.kid));
  if (jwk === undefined) return { check: failed('issuer', 'method-missing', `There is no key ${kid} at ${where}.`) };
  const key = publicKeyFromJwk(jwk);
  return key
    ? { check: passed('issuer'), key }
    : { check: failed('issuer', 'key-encoding', `${where} has no RSA, P-256 or Ed25519 key.`) };
}

function withoutFragment(address: string): string {
  return address.split('#', 1)[0] ?? address;
}
