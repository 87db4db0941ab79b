import type { JsonObject } from '../domain/json.js';
import { jwtAlgorithmOf } from '../domain/key-algorithms.js';
import { vcJwtPayload } from '../domain/vc-jwt.js';
import type { PrivateKeyHandle } from './keys/key-custody.js';

/** The parts of a JSON Web Signature, each base64url (RFC 7515 §3). */
export interface Jws {
  readonly protected: string;
  readonly payload: string;
  readonly signature: string;
}

/** Signs JSON as a JWS. `kid` is where verifiers find the key; `alg` is the key's. */
export async function signJws(
  payload: JsonObject,
  { kid, typ }: { readonly kid: string; readonly typ: string },
  privateKey: PrivateKeyHandle,
): Promise<Jws> {
  const header = encode({ alg: jwtAlgorithmOf(privateKey.algorithm), kid, typ });
  const claims = encode(payload);
  const signature = await privateKey.sign(Buffer.from(`${header}.${claims}`, 'ascii'));
  return { protected: header, payload: claims, signature: signature.toString('base64url') };
}

/** The VC-JWT form of a credential: a compact JWS over the whole of it (OB 3.0 §8.2). An embedded proof is left behind. */
export async function signVcJwt(credential: JsonObject, kid: string, privateKey: PrivateKeyHandle): Promise<string> {
  const jws = await signJws(vcJwtPayload(credential), { kid, typ: 'JWT' }, privateKey);
  return `${jws.protected}.${jws.payload}.${jws.signature}`;
}

function encode(value: JsonObject): string {
  return Buffer.from(JSON.stringify(value), 'utf8').toString('base64url');
}
