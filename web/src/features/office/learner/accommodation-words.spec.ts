import { describe, expect, it } from '@jest/globals';
import { accommodationWords } from './accommodation-words';

const texts = { none: 'none', words: (percent: string, days: number) => `${percent}, ${days} days` };
const format = { percent: (share: number) => `${Math.floor(share * 100)} %` };

describe('An accommodation', () => {
  it.each([
    [null, 'none'],
    [{ timeFactor: 1.5, extraDays: 7 }, '50 %, 7 days'],
    [{ timeFactor: 1.15, extraDays: 0 }, '15 %, 0 days'],
    [{ timeFactor: 1, extraDays: 3 }, '0 %, 3 days'],
  ])('%j reads %s', (accommodation, words) => {
    expect(accommodationWords(accommodation, texts, format)).toBe(words);
  });
});
