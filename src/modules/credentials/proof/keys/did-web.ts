import { canParseUrl } from '../../../../platform/can-parse-url.js';
import type { JsonObject } from '../../domain/json.js';
import { DID_V1, MULTIKEY_V1 } from '../context-pins.js';
import { keyFragment } from './keys.js';
import { algorithmOf, didJwk } from './public-keys.js';

// Gives JsonWebKey its terms (Controlled Identifiers 1.0 §2.2.3). Nobody canonicalises a DID document here, so it is not pinned.
const JWK_V1 = 'https://w3id.org/security/jwk/v1';

/**
 * The did:web of a path under the base URL: `https://host:8443/cairn` and `['issuers', 'riverside']` give
 * `did:web:host%3A8443:cairn:issuers:riverside`. Throws for a base that no did:web can name.
 */
export function didWeb(baseUrl: string, path: readonly string[] = []): string {
  const { hostname, port, pathname, search, hash, username } = new URL(baseUrl);
  if (!hostPattern.test(hostname) || search !== '' || hash !== '' || username !== '') {
    throw new TypeError(`${baseUrl} cannot be written as a did:web; it must be a host name, perhaps with a port and a path.`);
  }
  const segments = [...pathname.split('/').filter((segment) => segment !== ''), ...path];
  const strange = segments.find((segment) => !isSegment(segment));
  if (strange !== undefined) throw new TypeError(`${JSON.stringify(strange)} cannot be part of a did:web.`);
  return ['did:web', port === '' ? hostname : `${hostname}%3A${port}`, ...segments].join(':');
}

const hostPattern = /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i;
const authorityPattern = /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(%3A[0-9]{1,5})?$/i;

function isSegment(segment: string): boolean {
  return /^[A-Za-z0-9._~-]+$/.test(segment) && segment !== '.' && segment !== '..';
}

/** Where the DID's document is served (did:web §3.2): always https. Undefined for anything that is not a plain did:web. */
export function didWebUrl(did: string): string | undefined {
  const [scheme, method, authority, ...segments] = did.split(':');
  if (scheme !== 'did' || method !== 'web' || authority === undefined || !authorityPattern.test(authority)) return undefined;
  if (!segments.every(isSegment)) return undefined;
  const folder = segments.length === 0 ? '.well-known' : segments.join('/');
  const url = `https://${authority.replace(/%3A/i, ':')}/${folder}/did.json`;
  return canParseUrl(url) ? url : undefined;
}

export interface IssuerKey {
  readonly publicKeyMultibase: string;
  /** `next` keys are published before they sign; `retired` ones stay as long as credentials they signed are alive. */
  readonly state: 'next' | 'active' | 'retired' | 'compromised';
}

/** The id by which proofs name the key. */
export function verificationMethodId(did: string, multibase: string): string {
  return `${did}#${keyFragment(multibase)}`;
}

/**
 * The DID document of an issuer: Ed25519 keys as Multikey, which embedded proofs name, all others as JsonWebKey. A compromised key leaves it,
 * and with it every credential that key signed.
 */
export function didDocument({ did, keys }: { readonly did: string; readonly keys: readonly IssuerKey[] }): JsonObject {
  const trusted = keys.filter(({ state }) => state !== 'compromised');
  const methods = trusted.map(({ publicKeyMultibase }) => ({
    id: verificationMethodId(did, publicKeyMultibase),
    controller: did,
    ...(algorithmOf(publicKeyMultibase) === 'Ed25519'
      ? { type: 'Multikey', publicKeyMultibase }
      : { type: 'JsonWebKey', publicKeyJwk: didJwk(publicKeyMultibase) }),
  }));
  const kinds = new Set(methods.map(({ type }) => type));
  return {
    '@context': [DID_V1, MULTIKEY_V1, ...(kinds.has('JsonWebKey') ? [JWK_V1] : [])],
    id: did,
    verificationMethod: methods,
    // As strings, because common validators look for the id itself in the list.
    assertionMethod: methods.map(({ id }) => id),
  };
}
