import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  badgeInputs,
  DEFAULT_COLOURS,
  defaultDesign,
  faintContrast,
  levelWords,
  MOST_LETTERS,
  withIcon,
} from './badge-design.js';
import { BADGE_ICONS } from './badge-icons.js';
import { lettersOf } from './lettering.js';

const texts = fc.string({ unit: 'grapheme', maxLength: 300 });

describe('A badge’s design', () => {
  it('has a default that is always the same, fits, and can be seen', () => {
    fc.assert(
      fc.property(texts, texts, texts, (title, issuer, level) => {
        const design = defaultDesign({ title, issuer, level }, DEFAULT_COLOURS);
        expect(design).toEqual(defaultDesign({ title, issuer, level }, DEFAULT_COLOURS));
        for (const part of ['title', 'level', 'ring'] as const)
          expect(lettersOf(design[part]).length).toBeLessThanOrEqual(MOST_LETTERS[part]);
        expect(BADGE_ICONS).toContain(design.icon);
        expect(faintContrast(design)).toBeNull();
      }),
    );
  });

  it('is too faint below three to one', () => {
    expect(faintContrast({ background: '#ffffff', accent: '#949494' })).toBeNull();
    expect(faintContrast({ background: '#ffffff', accent: '#969696' })).toBeCloseTo(2.96, 1);
  });

  it('bends the ring only where its letters stand alone', () => {
    const design = defaultDesign({ title: 'Water', issuer: 'جامعة ريفرسايد', level: '' }, DEFAULT_COLOURS);
    expect(badgeInputs(design, 'ar-EG')).toMatchObject({ ringLetters: [], ring: 'جامعة ريفرسايد', rtl: false, language: 'ar' });
    expect(badgeInputs({ ...design, ring: 'Öst' }, 'sv').ringLetters).toEqual(['Ö', 's', 't']);
  });

  it('lays the icon into the drawing, last', () => {
    const drawn = withIcon('<svg><g><svg></svg></g></svg>\n', { icon: 'star', accent: '#f4b942' });
    expect(drawn).toMatch(
      /^<svg><g><svg><\/svg><\/g><path transform="translate\(194 84\) [^>]+fill="#f4b942"[^>]+><\/path><\/svg>\n$/,
    );
  });

  it('names the level as its framework does', () => {
    expect(
      [{ framework: 'EQF', value: '6' } as const, { framework: 'local', value: 'Advanced' } as const, null].map(levelWords),
    ).toEqual(['EQF 6', 'Advanced', '']);
  });
});
