import { parseDateTimeStamp } from './date-time.js';
import { isJsonObject, type JsonObject, type JsonValue } from './json.js';

/**
 * The payload of a credential's VC-JWT: the whole credential without its embedded proof, and the registered claims that say the same again
 * (OB 3.0 §8.2.4.1): `iss` = issuer.id, `jti` = id, `sub` = credentialSubject.id, `nbf` = validFrom, `exp` = validUntil, in seconds.
 * Throws for a credential that lacks what a claim must say.
 */
export function vcJwtPayload(credential: JsonObject): JsonObject {
  const { proof: _proof, ...unsecured } = credential;
  const { issuer, credentialSubject, validUntil } = unsecured;
  return {
    ...unsecured,
    iss: text('issuer.id', isJsonObject(issuer) ? issuer.id : issuer),
    jti: text('id', unsecured.id),
    sub: text('credentialSubject.id', isJsonObject(credentialSubject) ? credentialSubject.id : undefined),
    nbf: numericDate('validFrom', unsecured.validFrom),
    ...(validUntil === undefined ? {} : { exp: numericDate('validUntil', validUntil) }),
  };
}

function text(name: string, value: JsonValue | undefined): string {
  if (typeof value !== 'string' || value === '') throw new TypeError(`A VC-JWT needs ${name}.`);
  return value;
}

/** NumericDate of RFC 7519 §2. */
function numericDate(name: string, value: JsonValue | undefined): number {
  const moment = value === undefined ? undefined : parseDateTimeStamp(value);
  if (!moment) throw new TypeError(`A VC-JWT needs ${name} as a date-time with a zone.`);
  return Math.floor(moment.getTime() / 1_000);
}
