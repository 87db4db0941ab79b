import type { VcJwtSetting } from '../data/vc-jwt-setting.entity.js';
import type { KnownKey } from '../use-cases/keys/read-signing-keys.js';
import type { CredentialFormsView, SigningKeyView } from './signing-key.dto.js';

export function presentSigningKey(key: KnownKey): SigningKeyView {
  const { id, fragment, algorithm, state, compromiseReason, credentials, standing, jwts, awaitingReissue } = key;
  return {
    id,
    fragment,
    algorithm,
    state,
    createdAt: key.createdAt.toISOString(),
    retiredAt: key.retiredAt?.toISOString() ?? null,
    compromisedAt: key.compromisedAt?.toISOString() ?? null,
    compromiseReason,
    credentials,
    standing,
    jwts,
    awaitingReissue,
  };
}

export function presentForms({ algorithms, version }: VcJwtSetting): CredentialFormsView {
  return { dataIntegrity: 'eddsa-rdfc-2022', vcJwt: algorithms, version };
}
