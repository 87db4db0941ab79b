import { plural } from './plural';

describe('plural', () => {
  it('picks the form of a number and writes the number as the language does', () => {
    const forms = { one: '# Kurs', other: '# Kurse' };
    expect([1, 2, 1_200].map((count) => plural('de')(count, forms))).toEqual(['1 Kurs', '2 Kurse', '1.200 Kurse']);
  });

  it('falls back to `other` for a form that is not given', () => {
    expect(plural('pl')(3, { one: '# kurs', other: '# kursy' })).toBe('3 kursy');
  });
});
