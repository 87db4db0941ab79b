import { createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto';
import { decodeProtectedHeader, errors, jwtVerify, type ProtectedHeaderParameters } from 'jose';
import { didKeyPublicKey, isJsonObject, type JsonObject } from '../../credentials/index.js';
import { PROOF_ALGORITHMS } from '../domain/credential-formats.js';
import { didOfJwk, jwkOfDid } from '../domain/did-jwk.js';

const LONGEST = 10_000;

/** `did` names the key that made the proof. */
export type ProofVerification = { ok: true; nonce: unknown; did: string } | { ok: false; detail: string };

interface NamedKey {
  key: KeyObject;
  did: string;
}

/** The one proof in a credential request (OID4VCI 1.0 §8.2); undefined when there is none, or several, or of another type. */
export function readProofJwt({ proofs }: JsonObject): string | undefined {
  if (!isJsonObject(proofs) || Object.keys(proofs).join() !== 'jwt') return undefined;
  const [jwt, ...more] = Array.isArray(proofs.jwt) ? (proofs.jwt as readonly unknown[]) : [];
  return typeof jwt === 'string' && more.length === 0 && jwt.length <= LONGEST ? jwt : undefined;
}

/**
 * Whether the wallet holds the key that it names (OID4VCI 1.0 Appendix F.1): made for this issuer, just now, by an algorithm of the list.
 * The nonce is given back to be looked at.
 */
export async function verifyProofJwt(jwt: string, issuer: string, now: Date): Promise<ProofVerification> {
  try {
    const { key, did } = keyOf(decodeProtectedHeader(jwt));
    const { payload } = await jwtVerify(jwt, key, {
      algorithms: [...PROOF_ALGORITHMS],
      typ: 'openid4vci-proof+jwt',
      audience: issuer,
      currentDate: now,
      maxTokenAge: 300,
      clockTolerance: 60,
      requiredClaims: ['aud', 'iat'],
    });
    if (Array.isArray(payload.aud) && payload.aud.length > 1) return { ok: false, detail: 'aud names others besides us.' };
    return { ok: true, nonce: payload['nonce'], did };
  } catch (error) {
    // Whatever a wallet sends ends in one of these: jose’s own, or a key that node:crypto cannot read.
    if (error instanceof errors.JOSEError || error instanceof TypeError || isKeyError(error))
      return { ok: false, detail: (error as Error).message };
    throw error;
  }
}

/** By exactly one of `jwk` and a `kid` that is a did:key or did:jwk; a certificate or anything that had to be fetched is not looked at. */
function keyOf({ jwk, kid, x5c }: ProtectedHeaderParameters): NamedKey {
  if ([jwk, kid, x5c].filter((one) => one !== undefined).length !== 1 || x5c !== undefined)
    throw new TypeError('Name the key by one of jwk and kid.');
  if (jwk !== undefined) {
    const key = publicKey(jwk);
    const did = isJsonObject(jwk) ? didOfJwk(jwk) : undefined;
    if (did === undefined) throw new TypeError('jwk must be a key on Ed25519 or P-256.');
    return { key, did };
  }
  const did = String(kid).split('#', 1)[0] ?? '';
  const key = did.startsWith('did:jwk:') ? publicKey(jwkOfDid(did)) : didKeyPublicKey(did);
  if (!key) throw new TypeError('kid must be a did:key or did:jwk of a key on Ed25519 or P-256.');
  return { key, did };
}

function publicKey(jwk: unknown): KeyObject {
  if (!isJsonObject(jwk) || 'd' in jwk || 'k' in jwk) throw new TypeError('jwk must be a public key.');
  return createPublicKey({ key: jwk as JsonWebKey, format: 'jwk' });
}

function isKeyError(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && /^ERR_(CRYPTO|OSSL|INVALID_ARG)/.test(code);
}
