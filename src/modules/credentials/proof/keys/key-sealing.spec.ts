import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { KeyOpeningError, openPrivateKey, sealPrivateKey } from './key-sealing.js';
import { generateSigningKey } from './keys.js';

const kek = randomBytes(32);
const { privateKey } = generateSigningKey();
const sealed = sealPrivateKey(kek, privateKey, 'riverside/key-1');

describe('sealing a private key', () => {
  it('gives it back to whoever has the key-encryption key', () => {
    expect(openPrivateKey(kek, sealed, 'riverside/key-1').equals(privateKey)).toBe(true);
  });

  it('never writes the same envelope twice, and never the key itself', () => {
    expect(sealPrivateKey(kek, privateKey, 'riverside/key-1').equals(sealed)).toBe(false);
    const { d } = privateKey.export({ format: 'jwk' });
    expect(sealed.includes(Buffer.from(d ?? '', 'base64url'))).toBe(false);
  });

  it('says clearly that the key-encryption key is the wrong one', () => {
    expect(() => openPrivateKey(randomBytes(32), sealed, 'riverside/key-1')).toThrow(KeyOpeningError);
    expect(() => openPrivateKey(randomBytes(32), sealed, 'riverside/key-1')).toThrow(/key-encryption key is not the one/);
  });

  it('does not open in the place of another key', () => {
    expect(() => openPrivateKey(kek, sealed, 'hillside/key-1')).toThrow(/hillside\/key-1 cannot be opened/);
  });

  it('does not open when any byte was changed', () => {
    fc.assert(
      fc.property(fc.nat({ max: sealed.length - 1 }), fc.integer({ min: 1, max: 255 }), (position, change) => {
        const altered = Buffer.from(sealed);
        altered[position] = (altered[position] ?? 0) ^ change;
        expect(() => openPrivateKey(kek, altered, 'riverside/key-1')).toThrow(KeyOpeningError);
      }),
    );
  });

  it('refuses cut envelopes, unknown versions and keys of the wrong length', () => {
    expect(() => openPrivateKey(kek, sealed.subarray(0, 20), 'riverside/key-1')).toThrow(/too short/);
    expect(() => openPrivateKey(kek, Buffer.concat([Buffer.from([9]), sealed.subarray(1)]), 'riverside/key-1')).toThrow(
      /version 9/,
    );
    expect(() => sealPrivateKey(randomBytes(16), privateKey, 'riverside/key-1')).toThrow(/32 bytes long, but it has 16/);
  });
});
