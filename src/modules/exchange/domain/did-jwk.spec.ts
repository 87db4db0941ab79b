import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { JsonObject } from '../../credentials/domain/json.js';
import { didOfJwk, jwkOfDid } from './did-jwk.js';

const jwkOf = (curve: 'ed25519' | 'P-256'): JsonObject => {
  const { publicKey } = curve === 'P-256' ? generateKeyPairSync('ec', { namedCurve: curve }) : generateKeyPairSync('ed25519');
  return createPublicKey(publicKey.export({ format: 'pem', type: 'spki' })).export({ format: 'jwk' }) as JsonObject;
};

describe('the did:jwk of a key', () => {
  it.each(['ed25519', 'P-256'] as const)('leads back to the key on %s', (curve) => {
    const jwk = jwkOf(curve);
    const did = didOfJwk(jwk) ?? '';
    expect(did).toMatch(/^did:jwk:[\w-]+$/);
    expect(jwkOfDid(did)).toEqual(jwk);
  });

  it('is one for a key, whatever else is said of it and in whichever order', () => {
    const { kty, crv, x, y } = jwkOf('P-256') as Record<string, string>;
    const said = { y, use: 'sig', x, kid: 'mine', kty, crv, alg: 'ES256' } as JsonObject;
    expect(didOfJwk(said)).toBe(didOfJwk({ kty, crv, x, y } as JsonObject));
  });

  it('never tells a private key', () => {
    const { privateKey } = generateKeyPairSync('ed25519');
    const jwk = privateKey.export({ format: 'jwk' }) as JsonObject;
    expect(jwkOfDid(didOfJwk(jwk) ?? '')).not.toHaveProperty('d');
  });

  it.each<[JsonObject]>([
    [{}],
    [{ kty: 'oct', k: 'AA' }],
    [{ kty: 'constructor' }],
    [{ kty: 'RSA', n: 'AA', e: 'AQAB' }],
    [{ kty: 'EC', crv: 'P-256', x: 1 }],
  ])('is not there for %j', (jwk) => expect(didOfJwk(jwk)).toBeUndefined());

  it.each(['', 'did:key:z6Mk', 'did:jwk:', 'did:jwk:W10', 'did:jwk:e30=', 'did:jwk:e30 ', 'did:jwk:AAAA'])(
    'is not what %j is',
    (did) => expect(jwkOfDid(did)).toBeUndefined(),
  );
});
