import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decodeBase58, encodeBase58 } from './base58.js';

describe('base58', () => {
  it.each([
    ['', ''],
    ['00', '1'],
    ['0000ff', '115Q'],
    ['68656c6c6f20776f726c64', 'StV1DL6CwTryKyV'],
    ['0000287fb4cd', '11233QC4'],
  ])('writes 0x%s as %p', (hex, text) => {
    expect(encodeBase58(Buffer.from(hex, 'hex'))).toBe(text);
    expect(Buffer.from(decodeBase58(text) ?? []).toString('hex')).toBe(hex);
  });

  it('reads back whatever bytes it wrote', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
        expect(new Uint8Array(decodeBase58(encodeBase58(bytes)) ?? [])).toEqual(bytes);
      }),
    );
  });

  it.each(['0', 'O', 'I', 'l', 'z6 ', 'ü', '😀'])('refuses %p, which is not in its alphabet', (text) => {
    expect(decodeBase58(text)).toBeUndefined();
  });

  it('refuses a text that would take long to read', () => {
    expect(decodeBase58('z'.repeat(257))).toBeUndefined();
  });
});
