import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { inOneBuffer } from './in-one-buffer.js';

describe('texts in one buffer', () => {
  it('are each what a buffer of its own would be', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (texts) => {
        expect(inOneBuffer(texts)).toEqual(texts.map((text) => Buffer.from(text)));
      }),
    );
  });
});
