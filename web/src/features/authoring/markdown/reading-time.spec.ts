import { countWords, readingMinutes } from './reading-time';

describe('countWords', () => {
  it('counts what is read and not how it is marked', () => {
    const page = '# Honest **charts**\n\n- don’t [lie](https://very.long/address)\n\n:::note\nStart at 0.5\n:::';
    expect(countWords(page)).toBe(7);
  });

  it('finds nothing in an empty page', () => {
    expect(countWords(' \n---\n')).toBe(0);
  });
});

describe('readingMinutes', () => {
  it('rounds up', () => {
    expect([0, 1, 180, 181].map(readingMinutes)).toEqual([0, 1, 1, 2]);
  });
});
