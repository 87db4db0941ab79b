import { type KeyObject, verify } from 'node:crypto';
import type { JsonObject } from '../../domain/json.js';
import { readJsonObject } from './read-json.js';
import { type CheckResult, failed } from './verification.js';

/** A compact JWS (RFC 7515 §7.1) whose form is right; whether it holds is not yet known. */
export interface Jws {
  readonly header: JsonObject;
  readonly payload: JsonObject;
  readonly algorithm: Algorithm;
  readonly signed: Buffer;
  readonly signature: Buffer;
}

export type ReadJws =
  | { readonly jws: Jws; readonly fault?: undefined }
  | { readonly jws?: undefined; readonly fault: CheckResult };

/**
 * What may sign a credential, and with which kind of key: the key decides, and never the header alone. No `none`, and no HMAC, which a
 * public key would serve as the secret of (RFC 8725 §3.1).
 */
const algorithms = {
  RS256: { keyType: 'rsa', holds: (key: KeyObject, { signed, signature }: Jws) => verify('sha256', signed, key, signature) },
  ES256: {
    keyType: 'ec',
    holds: (key: KeyObject, { signed, signature }: Jws) =>
      verify('sha256', signed, { key, dsaEncoding: 'ieee-p1363' }, signature),
  },
  EdDSA: { keyType: 'ed25519', holds: (key: KeyObject, { signed, signature }: Jws) => verify(null, signed, key, signature) },
} as const;

export type Algorithm = keyof typeof algorithms;

const longest = 1_500_000;

/** Three parts in base64url. The last may be empty here, so that an unsigned token is told as one. */
export function isCompactJws(text: string): boolean {
  return /^[A-Za-z0-9_-]{2,}\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*$/.test(text);
}

export function readJws(text: string): ReadJws {
  if (text.length > longest || !isCompactJws(text)) return malformed('It is not a compact JWS.');
  const [head = '', body = '', tail = ''] = text.split('.');
  const [header, payload] = [readPart(head), readPart(body)];
  if (!header.ok) return malformed(`Its header cannot be read: ${header.detail}`);
  if (!payload.ok)
    return { fault: failed('proof', payload.reason === 'key-repeated' ? 'key-repeated' : 'token-malformed', payload.detail) };
  const fault = headerFault(header.document);
  if (fault) return { fault };
  const algorithm = header.document.alg as Algorithm;
  const jws = { header: header.document, payload: payload.document, algorithm };
  return { jws: { ...jws, signed: Buffer.from(`${head}.${body}`), signature: Buffer.from(tail, 'base64url') } };
}

function malformed(detail: string): ReadJws {
  return { fault: failed('proof', 'token-malformed', detail) };
}

function readPart(part: string): ReturnType<typeof readJsonObject> {
  try {
    return readJsonObject(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(part, 'base64url')));
  } catch {
    return { ok: false, reason: 'not-json', detail: 'It is not UTF-8.' };
  }
}

function headerFault({ alg, crit, b64, jwk, x5c, jku, x5u, kid }: JsonObject): CheckResult | undefined {
  if (typeof alg !== 'string' || !Object.hasOwn(algorithms, alg))
    return failed('proof', 'algorithm-not-allowed', `Credentials are not signed with ${JSON.stringify(alg ?? null)}.`);
  if (crit !== undefined || b64 !== undefined)
    return failed('proof', 'token-extension', 'It asks for an extension that is not known here.');
  const carried = [jwk, x5c, jku, x5u].some((key) => key !== undefined);
  return carried && kid === undefined
    ? failed('proof', 'key-in-header', 'It brings its own key along, which anybody can do.')
    : undefined;
}

/** Whether the key is of the algorithm's kind. */
export function fits(key: KeyObject, { algorithm }: Jws): boolean {
  return key.asymmetricKeyType === algorithms[algorithm].keyType;
}

/** Whether the key made the signature. Expects a key that `fits`. */
export function holds(key: KeyObject, jws: Jws): boolean {
  return algorithms[jws.algorithm].holds(key, jws);
}
