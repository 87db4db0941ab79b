import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalNQuads } from './canonicalize.js';
import {
  buildStatusListCredential,
  decodeStatusBits,
  emptyStatusBits,
  encodeStatusBits,
  setStatusBit,
  STATUS_LIST_BITS,
  statusBit,
} from './status-list.js';

const anyIndex = fc.nat({ max: STATUS_LIST_BITS - 1 });

describe('a status list', () => {
  it('starts with its left-most bit', () => {
    const bits = emptyStatusBits();
    setStatusBit(bits, 0, true);
    expect(bits[0]).toBe(0b1000_0000);
    setStatusBit(bits, 7, true);
    setStatusBit(bits, 8, true);
    expect([bits[0], bits[1]]).toEqual([0b1000_0001, 0b1000_0000]);
  });

  it('remembers exactly the bits that were set, through encoding and back', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyIndex, { maxLength: 40 }), anyIndex, (indexes, other) => {
        const bits = emptyStatusBits();
        for (const index of indexes) setStatusBit(bits, index, true);
        const decoded = decodeStatusBits(encodeStatusBits(bits));
        if (!decoded.ok) throw new Error(decoded.reason);
        for (const index of indexes) expect(statusBit(decoded.bits, index)).toBe(true);
        expect(statusBit(decoded.bits, other)).toBe(indexes.includes(other));
      }),
      { numRuns: 30 },
    );
  });

  it('forgets a bit that is cleared, and no other', () => {
    const bits = Buffer.alloc(STATUS_LIST_BITS / 8, 0xff);
    setStatusBit(bits, 1000, false);
    expect([statusBit(bits, 999), statusBit(bits, 1000), statusBit(bits, 1001)]).toEqual([true, false, true]);
  });

  it('refuses places outside it and lists too small to hide in', () => {
    expect(() => statusBit(emptyStatusBits(), STATUS_LIST_BITS)).toThrow(/outside a status list/);
    expect(() => setStatusBit(emptyStatusBits(), -1, true)).toThrow(RangeError);
    expect(() => emptyStatusBits(1024)).toThrow(/at least 131072 bits/);
  });

  it('is written with the multibase prefix, without padding, and small when empty', () => {
    expect(encodeStatusBits(emptyStatusBits())).toMatch(/^uH4sI[A-Za-z0-9_-]{20,80}$/);
  });

  it.each([
    ['nothing', undefined, 'status-list-encoding'],
    ['a missing prefix', encodeStatusBits(emptyStatusBits()).slice(1), 'status-list-encoding'],
    ['padding', `${encodeStatusBits(emptyStatusBits())}==`, 'status-list-encoding'],
    ['text that is not gzip', 'uAAAA', 'status-list-encoding'],
    ['a cut list', encodeStatusBits(emptyStatusBits()).slice(0, 30), 'status-list-encoding'],
    ['a list that is too short', `u${gzipSync(Buffer.alloc(16_383)).toString('base64url')}`, 'status-list-too-short'],
    ['a bomb', `u${gzipSync(Buffer.alloc(64 * 1024 * 1024)).toString('base64url')}`, 'status-list-too-large'],
  ])('is not read from %s', (_what, encoded, reason) => {
    expect(decodeStatusBits(encoded)).toEqual({ ok: false, reason });
  });
});

describe('the credential of a status list', () => {
  const credential = buildStatusListCredential({
    id: 'https://cairn.riverside.example/status/riverside-1',
    issuer: 'did:web:cairn.riverside.example:issuers:riverside',
    bits: emptyStatusBits(),
    validFrom: new Date('2026-03-01T09:30:00.5Z'),
    validUntil: new Date('2026-03-02T09:30:00Z'),
  });

  it('has the form of the standard', () => {
    expect(credential).toEqual({
      '@context': ['https://www.w3.org/ns/credentials/v2'],
      id: 'https://cairn.riverside.example/status/riverside-1',
      type: ['VerifiableCredential', 'BitstringStatusListCredential'],
      issuer: 'did:web:cairn.riverside.example:issuers:riverside',
      validFrom: '2026-03-01T09:30:00Z',
      validUntil: '2026-03-02T09:30:00Z',
      credentialSubject: {
        id: 'https://cairn.riverside.example/status/riverside-1#list',
        type: 'BitstringStatusList',
        statusPurpose: 'revocation',
        encodedList: encodeStatusBits(emptyStatusBits()),
      },
    });
  });

  it('can be signed: every term has a meaning', async () => {
    await expect(canonicalNQuads(credential)).resolves.toContain('status#encodedList');
  });
});
