import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fitting, letterWith } from './letter-with-files.js';

const file = (name: string, bytes: number) => ({
  name,
  contentType: 'image/png',
  words: `what ${name} is`,
  content: Buffer.alloc(bytes),
});

describe('a letter with files', () => {
  it('says what they are, and is left alone without any', () => {
    expect(letterWith('Hello\n', [])).toBe('Hello\n');
    expect(letterWith('Hello\n', [file('badge.png', 1), file('certificate.pdf', 1)])).toBe(
      'Hello\n\nEnclosed:\n\n- badge.png: what badge.png is\n- certificate.pdf: what certificate.pdf is\n',
    );
  });

  it('leaves out a file that would be too much, and keeps a smaller one after it', () => {
    const names = fitting([file('a', 1_000), file('b', 60_000), file('c', 1_000)], 'Hello', 20_000).map(({ name }) => name);
    expect(names).toEqual(['a', 'c']);
  });

  it('never grows beyond what the mail server takes', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50_000), { maxLength: 5 }), fc.integer({ min: 5_000, max: 200_000 }), (sizes, most) => {
        const chosen = fitting(
          sizes.map((size, index) => file(String(index), size)),
          'Hello',
          most,
        );
        const encoded = chosen.map(({ content }) => content.toString('base64').length);
        expect(encoded.reduce((sum, one) => sum + one + one / 76, 0)).toBeLessThan(most);
      }),
    );
  });
});
