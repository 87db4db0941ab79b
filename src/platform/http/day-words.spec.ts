import { describe, expect, it } from '@jest/globals';
import { dayWords } from './day-words.js';

describe('A day on a page', () => {
  it('is written out, by UTC', () => {
    expect(dayWords('2026-11-28T23:59:59Z')).toBe('28 November 2026');
    expect(dayWords('2026-11-28')).toBe('28 November 2026');
  });

  it('stays as somebody else wrote it when it is none', () => {
    expect(dayWords('last autumn')).toBe('last autumn');
  });
});
