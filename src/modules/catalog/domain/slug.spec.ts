import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { freeSlug, slugOf } from './slug.js';

describe('the slug of a title', () => {
  it.each([
    ['Data Storytelling for the Public Good', 'data-storytelling-for-the-public-good'],
    ['  C++ & R: 101!  ', 'c-r-101'],
    ['Économie générale — Łódź', 'economie-generale-łodz'],
    ['データ分析', 'データ分析'],
    ['한국어', '한국어'],
    ['?!', 'micro-credential'],
  ])('of “%s” is %s', (title, slug) => {
    expect(slugOf(title)).toBe(slug);
  });

  it('fits into an address whatever the title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (title) => {
        const slug = slugOf(title);
        expect(encodeURIComponent(slug).length).toBeLessThanOrEqual(120);
        expect(slug).toMatch(/^[^\s/?#%-][^\s/?#%]*$/u);
        expect(slug).not.toMatch(/-$/);
      }),
    );
  });

  it('is numbered when others have it', () => {
    expect(freeSlug('data', new Set())).toBe('data');
    expect(freeSlug('data', new Set(['data', 'data-3']))).toBe('data-2');
    expect(freeSlug('data', new Set(['data', 'data-2', 'data-3']))).toBe('data-4');
  });
});
