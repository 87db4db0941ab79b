import { parseDateTimeStamp } from '../../domain/date-time.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../../domain/json.js';
import { CREDENTIALS_V1 } from '../context-pins.js';
import { type CheckResult, failed } from './verification.js';
import { issuerId } from './verify-issuer.js';

export type TokenDocument =
  | { readonly document: JsonObject; readonly fault?: undefined }
  | { readonly document?: undefined; readonly fault: CheckResult };

/**
 * The credential in a token: the whole payload (OB 3.0 §8.2.4, VC-JOSE-COSE §3.1) or, in tokens of VC 1.1, its `vc` claim (§6.3.1). The
 * registered claims say again what stands in the credential, and each must say the same; what only a claim says is put in its place.
 */
export function documentOfToken(payload: JsonObject): TokenDocument {
  const { iss, sub, jti, nbf, exp, iat: _issuedAt, aud: _audience, vc, ...whole } = payload;
  const inside = isJsonObject(vc) ? vc : whole;
  if (vc !== undefined && (!isJsonObject(vc) || whole['@context'] !== undefined))
    return refuse('It holds two credentials, or none.');
  if (inside.proof !== undefined || payload.proof !== undefined) return refuse('It holds a second proof inside.');
  const [from, until] = datesOf(inside);
  const claims: readonly Claim[] = [
    {
      name: 'iss',
      claimed: iss,
      found: issuerId(inside) || undefined,
      put: (value) => ({ issuer: withId(inside.issuer, value) }),
    },
    { name: 'jti', claimed: jti, found: inside.id, put: (id) => ({ id }) },
    {
      name: 'sub',
      claimed: sub,
      found: subjectId(inside),
      put: (value) => ({ credentialSubject: withId(inside.credentialSubject, value) }),
    },
    { name: 'nbf', claimed: nbf, found: seconds(inside[from]), put: (value) => ({ [from]: moment(value) }) },
    { name: 'exp', claimed: exp, found: seconds(inside[until]), put: (value) => ({ [until]: moment(value) }) },
  ];
  const wrong = claims.find(({ claimed, found }) => claimed !== undefined && found !== undefined && claimed !== found);
  if (wrong)
    return { fault: failed('proof', 'token-claim-mismatch', `The claim ${wrong.name} says otherwise than the credential.`) };
  const added = claims.filter(({ claimed, found }) => claimed !== undefined && found === undefined);
  // Spread, because assigning a member called __proto__ would hide it from the check that refuses it.
  return { document: added.reduce<JsonObject>((whole, { put, claimed }) => ({ ...whole, ...put(claimed ?? null) }), inside) };
}

interface Claim {
  readonly name: string;
  readonly claimed: JsonValue | undefined;
  readonly found: JsonValue | undefined;
  readonly put: (value: JsonValue) => JsonObject;
}

function refuse(detail: string): TokenDocument {
  return { fault: failed('proof', 'token-payload', detail) };
}

function datesOf({ '@context': contexts }: JsonObject): readonly [from: string, until: string] {
  return Array.isArray(contexts) && contexts[0] === CREDENTIALS_V1
    ? ['issuanceDate', 'expirationDate']
    : ['validFrom', 'validUntil'];
}

function subjectId({ credentialSubject }: JsonObject): JsonValue | undefined {
  return isJsonObject(credentialSubject) ? credentialSubject.id : undefined;
}

function withId(thing: JsonValue | undefined, id: JsonValue): JsonValue {
  return isJsonObject(thing) ? { ...thing, id } : (thing ?? id);
}

/** NumericDate counts whole seconds; a fraction that the credential has is cut off (RFC 7519 §2). */
function seconds(date: JsonValue | undefined): number | undefined {
  const moment = parseDateTimeStamp(date);
  return moment && Math.floor(moment.getTime() / 1_000);
}

/** What is no NumericDate becomes what is no date, which the check of the form refuses. */
function moment(numericDate: JsonValue): JsonValue {
  const date = new Date(typeof numericDate === 'number' ? numericDate * 1_000 : Number.NaN);
  return Number.isNaN(date.getTime()) ? 'not a NumericDate' : date.toISOString();
}
