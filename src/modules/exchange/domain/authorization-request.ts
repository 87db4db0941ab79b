import { readScopes } from './scopes.js';

/** What a program asks a learner for (RFC 6749 §4.1.1 with RFC 7636), well-formed. */
export interface AuthorizationRequest {
  clientId: string;
  redirectUri: string;
  scopes: string[];
  state: string;
  codeChallenge: string;
}

export interface RegisteredClient {
  id: string;
  redirectUris: readonly string[];
  scopes: readonly string[];
}

export type ReadAuthorization =
  | { outcome: 'ask'; request: AuthorizationRequest }
  /** The program is told, where it registered to be told. */
  | { outcome: 'answer'; redirectUri: string; error: string; detail: string; state: string | undefined }
  /** Nobody is sent anywhere: the address may be anybody's (RFC 6749 §4.1.2.1). */
  | { outcome: 'refuse'; fault: AuthorizationFault };

export type AuthorizationFault = 'unknown-client' | 'unknown-address';

export type Parameters = Readonly<Record<string, unknown>>;

const LONGEST_STATE = 1_000;

export function readAuthorizationRequest(parameters: Parameters, client: RegisteredClient | null): ReadAuthorization {
  const text = (name: string) => (typeof parameters[name] === 'string' ? parameters[name] : undefined);
  const redirectUri = text('redirect_uri');
  if (!client) return { outcome: 'refuse', fault: 'unknown-client' };
  if (redirectUri === undefined || !client.redirectUris.includes(redirectUri))
    return { outcome: 'refuse', fault: 'unknown-address' };
  const state = text('state');
  const answer = (error: string, detail: string): ReadAuthorization => ({
    outcome: 'answer',
    redirectUri,
    error,
    detail,
    state: state !== undefined && state.length <= LONGEST_STATE ? state : undefined,
  });
  const repeated = Object.keys(parameters).find((name) => parameters[name] !== undefined && text(name) === undefined);
  if (repeated !== undefined) return answer('invalid_request', `${repeated.slice(0, 50)} came more than once`);
  if (text('response_type') !== 'code') return answer('unsupported_response_type', 'response_type must be code');
  if (!state || state.length > LONGEST_STATE) return answer('invalid_request', `state needs 1 to ${LONGEST_STATE} characters`);
  const codeChallenge = text('code_challenge') ?? '';
  if (text('code_challenge_method') !== 'S256' || !/^[A-Za-z0-9_-]{43}$/.test(codeChallenge))
    return answer('invalid_request', 'code_challenge with code_challenge_method=S256 is required');
  const wanted = text('scope');
  const scopes = wanted === undefined ? [...client.scopes] : readScopes(wanted);
  if (scopes.length === 0 || !scopes.every((scope) => client.scopes.includes(scope)))
    return answer('invalid_scope', 'scope names something that the program did not register for');
  return { outcome: 'ask', request: { clientId: client.id, redirectUri, scopes, state, codeChallenge } };
}
