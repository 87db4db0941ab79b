import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { breakable, canBeBent, lettersOf, oneLine, primaryLanguage, readsRightToLeft, shortened } from './lettering.js';

const texts = fc.string({ unit: 'grapheme', maxLength: 200 });

describe('lettering', () => {
  it('takes a family of people, a flag and a letter with its accent for one letter each', () => {
    expect(lettersOf('e\u0301👩‍👩‍👧🇩🇪')).toHaveLength(3);
  });

  it('shortens at a word, says so, and never goes beyond the limit', () => {
    expect(shortened('Environmental measurement for practitioners', 30)).toBe('Environmental measurement for…');
    expect(shortened('Short', 30)).toBe('Short');
    fc.assert(
      fc.property(texts, fc.integer({ min: 2, max: 60 }), (text, most) => lettersOf(shortened(text, most)).length <= most),
    );
  });

  it('adds places to break at and nothing else', () => {
    expect(breakable('水文数据')).toBe('水\u200B文\u200B数\u200B据\u200B');
    expect(breakable('Data Storytelling')).toBe('Data Storytelling');
    const longest = (text: string) => Math.max(0, ...text.split(/[ \u200B]/).map((run) => lettersOf(run).length));
    fc.assert(
      fc.property(texts, (text) => {
        const plain = text.replaceAll('\u200B', '');
        expect(breakable(plain).replaceAll('\u200B', '')).toBe(plain);
        expect(longest(breakable(plain))).toBeLessThanOrEqual(24);
      }),
    );
  });

  it('knows by the first letter which way a text runs', () => {
    expect([
      readsRightToLeft('تحليل data'),
      readsRightToLeft('42 שלום'),
      readsRightToLeft('Data تحليل'),
      readsRightToLeft('42'),
    ]).toEqual([true, true, false, false]);
  });

  it('bends only letters that stand alone', () => {
    for (const text of ['Riverside University', 'Łódź', 'Ελληνικό', 'Москва', '河畔大学', '서울 대학교', ''])
      expect(canBeBent(text)).toBe(true);
    for (const text of ['جامعة', 'אוניברסיטה', 'विश्वविद्यालय', 'มหาวิทยาลัย']) expect(canBeBent(text)).toBe(false);
  });

  it('makes one line without marks that turn a text about', () => {
    expect(oneLine(' A\n\tB\u202E C\u0007 ')).toBe('A B C');
  });

  it('takes the language from a tag, and English from what is none', () => {
    expect(['de-AT', 'EN', 'zh-Hant-TW', 'yue', 'x', '', 'e"n'].map(primaryLanguage)).toEqual([
      'de',
      'en',
      'zh',
      'yue',
      'en',
      'en',
      'en',
    ]);
  });
});
