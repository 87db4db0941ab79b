import { describe, expect, it } from '@jest/globals';
import { formatIn } from './format.js';

describe('What a page says in a language', () => {
  const [en, de] = [formatIn('en'), formatIn('de')];

  it('writes days out, by UTC', () => {
    expect(en.day('2026-11-28T23:59:59Z')).toBe('28 November 2026');
    expect(de.day('2026-11-28')).toBe('28. November 2026');
  });

  it('leaves a day as somebody else wrote it when it is none', () => {
    expect(de.day('last autumn')).toBe('last autumn');
  });

  it('says that times are those of UTC', () => {
    const noon = new Date('2026-11-28T12:05:00Z');
    expect(en.time(noon)).toBe('12:05 UTC');
    expect(de.moment(noon)).toBe('28.11.2026, 12:05 UTC');
  });

  it('writes numbers and their nouns', () => {
    const hours = { one: '# hour', other: '# hours' };
    expect(en.count(1, hours)).toBe('1 hour');
    expect(en.count(1_234.567, hours)).toBe('1,234.57 hours');
    expect(de.number(1_234.5)).toBe('1.234,5');
    expect(de.list(['Lehrende', 'Prüfende', 'Büro'])).toBe('Lehrende, Prüfende und Büro');
  });

  it('names languages and countries, and leaves what is neither', () => {
    expect(en.languageName('de')).toBe('German');
    expect(de.languageName('en')).toBe('Englisch');
    expect(en.languageName('x-own')).toBe('x-own');
    expect(en.languageName('the one of the valley')).toBe('the one of the valley');
    expect(de.country('AT')).toBe('Österreich');
    expect(de.country('Tyrol')).toBe('Tyrol');
  });
});
