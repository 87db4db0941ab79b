import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { raisedIndexes } from './status-bits.js';

function published(bits: Buffer): string {
  return JSON.stringify({ credentialSubject: { encodedList: `u${gzipSync(bits).toString('base64url')}` } });
}

describe('The indexes of a published status list', () => {
  it('count from the left-most bit of the first byte', () => {
    expect([...raisedIndexes(published(Buffer.from([0b1000_0000, 0, 0b0000_0011])))]).toEqual([0, 22, 23]);
  });

  it('are those of the example in the standard', () => {
    // Bitstring Status List v1.0 §3.3, example: nothing is set.
    const example = 'uH4sIAAAAAAAAA-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAA';
    expect(raisedIndexes(JSON.stringify({ credentialSubject: { encodedList: example } })).size).toBe(0);
  });

  it.each([
    ['{}', 'encodedList'],
    ['{"credentialSubject":{"encodedList":7}}', 'encodedList'],
    ['{"credentialSubject":{"encodedList":"uAAAA"}}', 'incorrect header check'],
    ['no JSON', 'JSON'],
  ])('of %s cannot be told', (text, message) => {
    expect(() => raisedIndexes(text)).toThrow(message);
  });
});
