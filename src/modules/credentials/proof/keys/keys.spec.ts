import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { encodeBase58 } from './base58.js';
import { generateSigningKey, keyFragment, publicKeyFromMultibase, publicKeyMultibase } from './keys.js';

describe('signing keys', () => {
  it('are written as a Multikey and read back', () => {
    const { publicKey, privateKey } = generateSigningKey();
    const multibase = publicKeyMultibase(publicKey);
    expect(multibase).toMatch(/^z6Mk[1-9A-HJ-NP-Za-km-z]{44}$/);
    expect(publicKeyMultibase(privateKey)).toBe(multibase);
    expect(publicKeyFromMultibase(multibase)?.equals(publicKey)).toBe(true);
  });

  it('read the key of the did:key test vector', () => {
    const key = publicKeyFromMultibase('z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK');
    const { x } = key?.export({ format: 'jwk' }) ?? {};
    expect(Buffer.from(x ?? '', 'base64url').toString('hex')).toBe(
      '2e6fcce36701dc791488e0d0b1745cc1e33a4c1c9fcc41c63bd343dbbe0970e6',
    );
  });

  it.each([
    ['nothing', ''],
    ['a number', 7],
    ['base64url multibase', 'u7QEub8zjZwHceRSI4NCxdFzB4zpMHJ_MQcY700PbvglwQ'],
    ['a P-256 key', 'zDnaerx9CtbPJ1q36T5Ln5wYt3MQYeGRG5ehnPAmxcf5mDZpv'],
    ['a bare key without its kind', `z${encodeBase58(Buffer.alloc(32, 7))}`],
    ['a key that is too short', `z${encodeBase58(Buffer.concat([Buffer.from([0xed, 0x01]), Buffer.alloc(31, 7)]))}`],
    ['a key that is too long', `z${encodeBase58(Buffer.concat([Buffer.from([0xed, 0x01]), Buffer.alloc(33, 7)]))}`],
    ['letters outside base58', 'z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2do0'],
  ])('refuse %s', (_what, multibase) => {
    expect(publicKeyFromMultibase(multibase)).toBeUndefined();
  });

  it('refuse to write a key of another kind', () => {
    const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    expect(() => publicKeyMultibase(publicKey)).toThrow(/Only Ed25519 keys sign credentials/);
  });

  it('get an id that depends on the key alone', () => {
    const [first, second] = [
      publicKeyMultibase(generateSigningKey().publicKey),
      publicKeyMultibase(generateSigningKey().publicKey),
    ];
    expect(keyFragment(first)).toBe(keyFragment(first));
    expect(keyFragment(first)).not.toBe(keyFragment(second));
    expect(keyFragment(first)).toMatch(/^key-[1-9A-HJ-NP-Za-km-z]{16}$/);
  });
});
