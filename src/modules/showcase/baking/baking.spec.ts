import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { bakeSvg } from './bake-svg.js';
import { withoutStrayBraces } from './stray-braces.js';

const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>';

describe('Baked text', () => {
  it('says the same, and holds braces only where objects begin and end', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('{', '}', '\\"}', '"{"', ']]>'))),
        (value) => {
          const text = withoutStrayBraces(JSON.stringify(value));
          expect(JSON.parse(text)).toEqual(value);
          expect([text.split('{').length, text.split('}').length]).toEqual([2, 2]);
        },
      ),
    );
  });

  it('ends no CDATA section early, and holds no character that XML refuses', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(']]>', ']]', '>', ']', '\uFFFE', '\uFFFF', '\u0000', '漢', '<')), (parts) => {
        const baked = bakeSvg(SVG, JSON.stringify({ text: parts.join('') }));
        const sections = [...baked.matchAll(/<!\[CDATA\[(.*?)\]\]>/gs)].map(([, text]) => text);
        expect(JSON.parse(sections.join(''))).toEqual({ text: parts.join('') });
        expect(baked).not.toMatch(/[\uFFFE\uFFFF]/);
      }),
    );
  });
});
