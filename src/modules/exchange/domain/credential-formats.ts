const TYPE = ['VerifiableCredential', 'OpenBadgeCredential'] as const;

const EMBEDDED = {
  format: 'ldp_vc',
  credential_definition: {
    '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
    type: TYPE,
  },
  credential_signing_alg_values_supported: ['eddsa-rdfc-2022'],
} as const;

/** A form in which credentials are handed over by OpenID4VCI (1.0 Appendix A). */
export type CredentialConfiguration =
  | typeof EMBEDDED
  | {
      readonly format: 'jwt_vc_json';
      readonly credential_definition: { readonly type: typeof TYPE };
      readonly credential_signing_alg_values_supported: readonly string[];
    };

/** By the id of the configuration. Tokens only where the institution offers them; the form that most wallets keep comes first. */
export function credentialConfigurations(jwtAlgorithms: readonly string[]): Readonly<Record<string, CredentialConfiguration>> {
  if (jwtAlgorithms.length === 0) return { OpenBadgeCredential_ldp_vc: EMBEDDED };
  return {
    OpenBadgeCredential_ldp_vc: EMBEDDED,
    OpenBadgeCredential_jwt_vc_json: {
      format: 'jwt_vc_json',
      credential_definition: { type: TYPE },
      credential_signing_alg_values_supported: jwtAlgorithms,
    },
  };
}

/** Algorithms that a wallet may prove its key with. */
export const PROOF_ALGORITHMS = ['EdDSA', 'ES256'] as const;
