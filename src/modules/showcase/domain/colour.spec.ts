import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Colour, contrast, inkOn } from './colour.js';

const colours = fc.integer({ min: 0, max: 0xff_ff_ff }).map((value): Colour => `#${value.toString(16).padStart(6, '0')}`);

describe('contrast', () => {
  it.each([
    ['#ffffff', '#000000', 21],
    ['#777777', '#ffffff', 4.48],
    ['#767676', '#ffffff', 4.54],
    ['#ff0000', '#ffffff', 4],
    ['#0b3d5c', '#0B3D5C', 1],
  ] as const)('of %s and %s is %d, as WCAG computes it', (one, other, ratio) => {
    expect(contrast(one, other)).toBeCloseTo(ratio, 1);
  });

  it('is the same either way, and from 1 to 21', () => {
    fc.assert(
      fc.property(colours, colours, (one, other) => {
        expect(contrast(one, other)).toBe(contrast(other, one));
        expect(contrast(one, other)).toBeGreaterThanOrEqual(1);
        expect(contrast(one, other)).toBeLessThanOrEqual(21);
      }),
    );
  });

  it('of ink on any ground is enough for small letters', () => {
    fc.assert(fc.property(colours, (ground) => contrast(inkOn(ground), ground) >= 4.5));
  });
});
