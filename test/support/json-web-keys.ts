import { createPrivateKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import jwt, { type Algorithm, type JwtHeader } from 'jsonwebtoken';
import type { JsonObject } from '../../src/modules/credentials/domain/json.js';

export interface TokenKeyPair {
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
  /** The public half as a JWK. */
  readonly jwk: JsonObject;
}

function pair({ privateKey, publicKey }: { privateKey: KeyObject; publicKey: KeyObject }): TokenKeyPair {
  return { privateKey, publicKey, jwk: publicKey.export({ format: 'jwk' }) as JsonObject };
}

export const rsaKey = (modulusLength = 2_048) => pair(generateKeyPairSync('rsa', { modulusLength }));
export const p256Key = () => pair(generateKeyPairSync('ec', { namedCurve: 'P-256' }));
export const ed25519Key = () => pair(generateKeyPairSync('ed25519'));

/** Signed by the library `jsonwebtoken`, which adds nothing of its own here. */
export function tokenOf(payload: object, key: KeyObject, algorithm: Algorithm, header: Partial<JwtHeader> & object = {}): string {
  const options = {
    algorithm,
    noTimestamp: true,
    header: { typ: 'JWT', ...header, alg: algorithm },
    allowInsecureKeySizes: true,
  };
  return jwt.sign(
    payload,
    key.type === 'private' ? createPrivateKey(key.export({ format: 'pem', type: 'pkcs8' })) : key,
    options,
  );
}

/** For what no library writes: any header, over any payload, with whatever signs. */
export function rawToken(header: object, payload: string | object, signer: (input: Buffer) => Buffer): string {
  const part = (value: string | object) =>
    Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
  const input = `${part(header)}.${part(payload)}`;
  return `${input}.${signer(Buffer.from(input)).toString('base64url')}`;
}

export const signEd25519 = (key: KeyObject) => (input: Buffer) => sign(null, input, key);
