import type { OAuthClient } from '../data/oauth-client.entity.js';
import { SERVICE_SCOPES } from '../domain/scopes.js';
import { ACCESS_LIFE_MS } from '../domain/terms.js';
import type { GivenTokens } from '../use-cases/give-tokens.js';
import type { RegisteredClientView, TokenView } from './oauth.dto.js';

export function presentClient({ client, secret }: { client: OAuthClient; secret: string }): RegisteredClientView {
  const { id, name, redirectUris, scopes, clientUri, policyUri, tosUri, createdAt } = client;
  return {
    client_id: id,
    client_secret: secret,
    client_id_issued_at: Math.floor(createdAt.getTime() / 1_000),
    client_secret_expires_at: 0,
    client_name: name,
    redirect_uris: redirectUris,
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    token_endpoint_auth_method: 'client_secret_basic',
    scope: scopes.join(' '),
    ...(clientUri ? { client_uri: clientUri } : {}),
    ...(policyUri ? { policy_uri: policyUri } : {}),
    ...(tosUri ? { tos_uri: tosUri } : {}),
  };
}

export function presentTokens({ accessToken, refreshToken, scopes }: GivenTokens): TokenView {
  return {
    access_token: accessToken,
    token_type: 'Bearer',
    expires_in: ACCESS_LIFE_MS / 1_000,
    ...(refreshToken ? { refresh_token: refreshToken } : {}),
    scope: scopes.join(' '),
  };
}

/** Where and how programs ask (RFC 8414). */
export function presentAuthorizationServer(publicUrl: string) {
  return {
    issuer: publicUrl,
    authorization_endpoint: `${publicUrl}/oauth/authorize`,
    token_endpoint: `${publicUrl}/oauth/token`,
    registration_endpoint: `${publicUrl}/oauth/register`,
    revocation_endpoint: `${publicUrl}/oauth/revoke`,
    scopes_supported: Object.keys(SERVICE_SCOPES),
    response_types_supported: ['code'],
    response_modes_supported: ['query'],
    grant_types_supported: ['authorization_code', 'refresh_token'],
    token_endpoint_auth_methods_supported: ['client_secret_basic'],
    revocation_endpoint_auth_methods_supported: ['client_secret_basic'],
    code_challenge_methods_supported: ['S256'],
    authorization_response_iss_parameter_supported: true,
    service_documentation: `${publicUrl}/api/docs`,
  };
}
