import { dateTimeStamp } from './date-time.js';
import type { JsonObject } from './json.js';
import type { KeyAlgorithm } from './key-algorithms.js';

/** What a history tells of one key. */
export interface RememberedKey {
  /** Its id in the DID document. */
  readonly id: string;
  readonly algorithm: KeyAlgorithm;
  readonly publicKeyMultibase: string;
  readonly state: 'active' | 'retired' | 'compromised';
  readonly createdAt: Date;
  readonly retiredAt: Date | null;
  readonly compromisedAt: Date | null;
}

/**
 * When each key of an issuer signed, and which are not to be trusted: what did:web, which shows today only, cannot say. A key signs from
 * `created` on until `retired`; of one with `revoked` nothing counts, whenever it was made.
 */
export function keyHistoryPayload(issuer: string, keys: readonly RememberedKey[], now: Date): JsonObject {
  return {
    iss: issuer,
    iat: Math.floor(now.getTime() / 1_000),
    keys: keys.map(({ id, algorithm, publicKeyMultibase, state, createdAt, retiredAt, compromisedAt }) => ({
      id,
      algorithm,
      publicKeyMultibase,
      state,
      created: dateTimeStamp(createdAt),
      ...(retiredAt ? { retired: dateTimeStamp(retiredAt) } : {}),
      ...(compromisedAt ? { revoked: dateTimeStamp(compromisedAt) } : {}),
    })),
  };
}
