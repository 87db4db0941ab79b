import { redirectUriFault } from './redirect-uri.js';
import { isServiceScope, readScopes, SERVICE_SCOPES } from './scopes.js';

export interface ClientMetadata {
  name: string;
  redirectUris: string[];
  scopes: string[];
  clientUri: string | null;
  policyUri: string | null;
  tosUri: string | null;
}

export type ReadMetadata =
  | { ok: true; metadata: ClientMetadata }
  | { ok: false; error: 'invalid_redirect_uri' | 'invalid_client_metadata'; detail: string };

const MOST_REDIRECT_URIS = 10;
const LONGEST_NAME = 100;

/** Reads what a program says of itself when it registers (RFC 7591 §2). What is not known here is ignored, as the standard asks. */
export function readClientMetadata(body: Record<string, unknown>): ReadMetadata {
  const uris = body['redirect_uris'];
  if (!Array.isArray(uris) || uris.length === 0 || uris.length > MOST_REDIRECT_URIS)
    return { ok: false, error: 'invalid_redirect_uri', detail: `Name 1 to ${MOST_REDIRECT_URIS} redirect_uris.` };
  for (const uri of uris as unknown[]) {
    const fault = redirectUriFault(uri);
    if (fault) return { ok: false, error: 'invalid_redirect_uri', detail: fault };
  }
  const fault = fixedFault(body) ?? nameFault(body['client_name']) ?? addressFault(body) ?? scopeFault(body['scope']);
  if (fault) return { ok: false, error: 'invalid_client_metadata', detail: fault };
  const address = (name: string) => (body[name] as string | undefined) ?? null;
  return {
    ok: true,
    metadata: {
      name: (body['client_name'] as string).trim(),
      redirectUris: [...new Set(uris as string[])],
      scopes: typeof body['scope'] === 'string' ? readScopes(body['scope']) : Object.keys(SERVICE_SCOPES),
      clientUri: address('client_uri'),
      policyUri: address('policy_uri'),
      tosUri: address('tos_uri'),
    },
  };
}

/** Members that can have one value here only (OB 3.0 §7.2: code flow with `client_secret_basic`). */
function fixedFault(body: Record<string, unknown>): string | undefined {
  const method = body['token_endpoint_auth_method'];
  if (method !== undefined && method !== 'client_secret_basic') return 'token_endpoint_auth_method must be client_secret_basic.';
  const grants = body['grant_types'];
  const knownGrants = ['authorization_code', 'refresh_token'];
  if (grants !== undefined && !(Array.isArray(grants) && grants.every((one) => knownGrants.includes(String(one)))))
    return `grant_types can be ${knownGrants.join(' and ')}.`;
  const responses = body['response_types'];
  if (responses !== undefined && !(Array.isArray(responses) && responses.every((one) => one === 'code')))
    return 'response_types can be code.';
  return undefined;
}

/** People read the name when they decide, so nothing in it may turn or hide text. */
function nameFault(name: unknown): string | undefined {
  const readable =
    typeof name === 'string' && name.trim() !== '' && name.length <= LONGEST_NAME && !/[\p{C}\p{Zl}\p{Zp}]/u.test(name);
  return readable ? undefined : `client_name must be one line of at most ${LONGEST_NAME} characters.`;
}

function addressFault(body: Record<string, unknown>): string | undefined {
  const wrong = ['client_uri', 'policy_uri', 'tos_uri'].find((name) => {
    const value = body[name];
    return value !== undefined && !(typeof value === 'string' && value.length <= 1_000 && /^https?:\/\/[^\s"'<>]+$/.test(value));
  });
  return wrong && `${wrong} must be a web address.`;
}

function scopeFault(scope: unknown): string | undefined {
  if (scope === undefined) return undefined;
  const scopes = typeof scope === 'string' ? readScopes(scope) : [];
  return scopes.length > 0 && scopes.every(isServiceScope)
    ? undefined
    : `scope can hold ${Object.keys(SERVICE_SCOPES).join(' ')}.`;
}
