/**
 * The forms in which credentials are handed over by OpenID4VCI (1.0 Appendix A), by the id of their configuration. Another form, such as
 * `jwt_vc_json`, is an entry here and what `ClaimByOid4vci` answers for it.
 */
export const CREDENTIAL_CONFIGURATIONS = {
  OpenBadgeCredential_ldp_vc: {
    format: 'ldp_vc',
    credential_definition: {
      '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
      type: ['VerifiableCredential', 'OpenBadgeCredential'],
    },
    credential_signing_alg_values_supported: ['eddsa-rdfc-2022'],
  },
} as const;

export function isConfiguration(id: string): id is keyof typeof CREDENTIAL_CONFIGURATIONS {
  return Object.hasOwn(CREDENTIAL_CONFIGURATIONS, id);
}

/** Algorithms that a wallet may prove its key with. */
export const PROOF_ALGORITHMS = ['EdDSA', 'ES256'] as const;
