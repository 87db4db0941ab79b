import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { algorithmOf, decodePublicKey, didJwk, encodePublicKey, publicJwk } from './public-keys.js';

const pairs = {
  Ed25519: generateKeyPairSync('ed25519'),
  RS256: generateKeyPairSync('rsa', { modulusLength: 2_048 }),
  ES256: generateKeyPairSync('ec', { namedCurve: 'P-256' }),
};

describe('public keys in rows', () => {
  it.each([
    ['Ed25519', /^z6Mk/],
    ['RS256', /^z4MX/],
    ['ES256', /^zDn/],
  ] as const)('of %s are written as did:key does, and read back', (algorithm, prefix) => {
    const { publicKey } = pairs[algorithm];
    const encoded = encodePublicKey(publicKey);
    expect(encoded).toMatch(prefix);
    expect(decodePublicKey(encoded).equals(publicKey)).toBe(true);
    expect(algorithmOf(encoded)).toBe(algorithm);
  });

  it('of P-256 are read back whatever their point is', () => {
    for (let round = 0; round < 40; round += 1) {
      const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      expect(decodePublicKey(encodePublicKey(publicKey)).equals(publicKey)).toBe(true);
    }
  });

  it('read the P-256 key of the did:key test vectors', () => {
    expect(decodePublicKey('zDnaerx9CtbPJ1q36T5Ln5wYt3MQYeGRG5ehnPAmxcf5mDZpv').export({ format: 'jwk' })).toEqual({
      kty: 'EC',
      crv: 'P-256',
      x: 'igrFmi0whuihKnj9R3Om1SoMph72wUGeFaBbzG2vzns',
      y: 'efsX5b10x8yjyrj4ny3pGfLcY7Xby1KzgqOdqnsrJIM',
    });
  });

  it('are never of another curve, nor anything else', () => {
    const other = generateKeyPairSync('ec', { namedCurve: 'P-384' }).publicKey;
    expect(() => encodePublicKey(other)).toThrow('P-256');
    for (const strange of ['', 'z', 'z6Mk', 'uAAAA', 'zQ3shokFTS3brHcDQrn82RUDfCZESWL1ZdCEJwekUDPQiYBme']) {
      expect(() => decodePublicKey(strange)).toThrow('not the public key');
    }
  });

  it.each([
    ['Ed25519', { kty: 'OKP', crv: 'Ed25519', alg: 'EdDSA' }],
    ['RS256', { kty: 'RSA', e: 'AQAB', alg: 'RS256' }],
    ['ES256', { kty: 'EC', crv: 'P-256', alg: 'ES256' }],
  ] as const)('of %s are a JWK that says what it is for and holds no private half', (algorithm, shown) => {
    const encoded = encodePublicKey(pairs[algorithm].publicKey);
    const jwk = publicJwk(encoded, 'https://cairn.example/keys/1');
    expect(jwk).toMatchObject({ ...shown, use: 'sig', kid: 'https://cairn.example/keys/1' });
    for (const secret of ['d', 'p', 'q', 'dp', 'dq', 'qi']) expect(jwk).not.toHaveProperty(secret);
    expect(didJwk(encoded)).toMatchObject({ kid: expect.stringMatching(/^key-\w{16}$/) });
  });
});
