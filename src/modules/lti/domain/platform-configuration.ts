import { platformAddressFault } from './platform-address.js';
import type { RegistrationRefusal } from './registration-refusal.js';

/** What a platform says of itself (Dynamic Registration 1.0 §3.3), as far as it is used. */
export interface PlatformConfiguration {
  issuer: string;
  authorizationUrl: string;
  tokenUrl: string;
  /** Audience of client assertions, where it is not the address of the token. */
  tokenAudience: string | null;
  jwksUrl: string;
  registrationUrl: string;
  /** By which it signs and which are believed. */
  algorithms: string[];
  /** `null`: it does not say. */
  scopes: string[] | null;
  productFamily: string;
  /** Message types with the places that each can be shown in; `null`: it does not say. */
  messages: ReadonlyMap<string, readonly string[]> | null;
}

export type ConfigurationRead = { configuration: PlatformConfiguration } | { refusal: RegistrationRefusal };

const PLATFORM_CONFIGURATION = 'https://purl.imsglobal.org/spec/lti-platform-configuration';
/** Security Framework 1.1 §5.1.3: RS256 is what every platform has; the others are as good. Nothing symmetric, nothing unsigned. */
const BELIEVED_ALGORITHMS: readonly string[] = ['RS256', 'RS384', 'RS512', 'PS256', 'ES256', 'ES384'];
const LONGEST = 2_000;
const MOST = 100;

/**
 * Reads the document behind `openid_configuration`. The issuer has to be on the host that the document came from, or anybody could
 * register as another's platform (§3.4).
 */
export function readConfiguration(document: unknown, address: string, local: boolean): ConfigurationRead {
  if (!isRecord(document)) return { refusal: { code: 'configuration_malformed' } };
  const addresses = new Map<string, string>();
  for (const part of ['issuer', 'authorization_endpoint', 'token_endpoint', 'jwks_uri', 'registration_endpoint']) {
    const value = document[part];
    if (!isText(value)) return { refusal: { code: 'configuration_malformed', part } };
    if (platformAddressFault(value, local) !== null) return { refusal: { code: 'endpoint_unfit', part } };
    addresses.set(part, value);
  }
  const of = (part: string) => addresses.get(part) ?? '';
  if (new URL(of('issuer')).host !== new URL(address).host) return { refusal: { code: 'issuer_foreign', part: 'issuer' } };
  const methods = textsOf(document['token_endpoint_auth_methods_supported']);
  if (methods && !methods.includes('private_key_jwt')) {
    return { refusal: { code: 'method_unsupported', part: 'token_endpoint_auth_methods_supported' } };
  }
  const signs = textsOf(document['id_token_signing_alg_values_supported']) ?? ['RS256'];
  const algorithms = signs.filter((algorithm) => BELIEVED_ALGORITHMS.includes(algorithm));
  if (algorithms.length === 0) {
    return { refusal: { code: 'method_unsupported', part: 'id_token_signing_alg_values_supported' } };
  }
  const platform = isRecord(document[PLATFORM_CONFIGURATION]) ? document[PLATFORM_CONFIGURATION] : {};
  const audience = document['authorization_server'];
  return {
    configuration: {
      issuer: of('issuer'),
      authorizationUrl: of('authorization_endpoint'),
      tokenUrl: of('token_endpoint'),
      tokenAudience: isText(audience) ? audience : null,
      jwksUrl: of('jwks_uri'),
      registrationUrl: of('registration_endpoint'),
      algorithms: [...new Set(algorithms)],
      scopes: textsOf(document['scopes_supported']),
      productFamily: familyOf(platform['product_family_code']),
      messages: messagesOf(platform['messages_supported']),
    },
  };
}

/** As it calls itself, in the one spelling in which it is compared. */
export function familyOf(value: unknown): string {
  return typeof value === 'string' ? value.trim().toLowerCase().slice(0, 100) : '';
}

function messagesOf(value: unknown): Map<string, string[]> | null {
  if (!Array.isArray(value)) return null;
  const messages = value.slice(0, MOST).flatMap((message: unknown): [string, string[]][] => {
    // Some platforms list the names alone.
    if (isText(message)) return [[message, []]];
    return isRecord(message) && isText(message['type']) ? [[message['type'], textsOf(message['placements']) ?? []]] : [];
  });
  return new Map(messages);
}

function textsOf(value: unknown): string[] | null {
  return Array.isArray(value) ? value.slice(0, MOST).filter(isText) : null;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= LONGEST;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
