import type { Institution } from '../../institutions/index.js';
import { type CredentialConfiguration, PROOF_ALGORITHMS } from '../domain/credential-formats.js';
import { PRE_AUTHORIZED_CODE } from '../use-cases/redeem-offer.js';

/** The identifier of an institution as credential issuer; its metadata are at `/.well-known/…` before the path (OID4VCI 1.0 §12.2.2). */
export function credentialIssuer(publicUrl: string, slug: string): string {
  return `${publicUrl}/issuers/${slug}`;
}

export function presentCredentialIssuer(
  publicUrl: string,
  { slug, name, language }: Institution,
  configurations: Readonly<Record<string, CredentialConfiguration>>,
) {
  const issuer = credentialIssuer(publicUrl, slug);
  const display = [{ name, locale: language }];
  return {
    credential_issuer: issuer,
    credential_endpoint: `${issuer}/oid4vci/credential`,
    nonce_endpoint: `${issuer}/oid4vci/nonce`,
    notification_endpoint: `${issuer}/oid4vci/notification`,
    // Older wallets look for these here and not in the metadata of the authorization server.
    issuer,
    token_endpoint: `${issuer}/oid4vci/token`,
    display,
    credential_configurations_supported: Object.fromEntries(
      Object.entries(configurations).map(([id, configuration]) => [
        id,
        {
          ...configuration,
          cryptographic_binding_methods_supported: ['did:key', 'did:jwk', 'jwk'],
          proof_types_supported: { jwt: { proof_signing_alg_values_supported: PROOF_ALGORITHMS } },
          credential_metadata: { display: [{ name: `Badge of ${name}`, locale: language }] },
        },
      ]),
    ),
  };
}

export function presentWalletAuthorizationServer(publicUrl: string, { slug }: Institution) {
  const issuer = credentialIssuer(publicUrl, slug);
  return {
    issuer,
    token_endpoint: `${issuer}/oid4vci/token`,
    token_endpoint_auth_methods_supported: ['none'],
    grant_types_supported: [PRE_AUTHORIZED_CODE],
    response_types_supported: [],
    'pre-authorized_grant_anonymous_access_supported': true,
  };
}

export function presentOffer(
  issuer: string,
  configurationIds: readonly string[],
  { code, withTransactionCode }: { code: string; withTransactionCode: boolean },
) {
  const transactionCode = { input_mode: 'numeric', length: 6, description: 'The code that was sent to your e-mail address' };
  return {
    credential_issuer: issuer,
    credential_configuration_ids: configurationIds,
    grants: {
      [PRE_AUTHORIZED_CODE]: { 'pre-authorized_code': code, ...(withTransactionCode ? { tx_code: transactionCode } : {}) },
    },
  };
}
