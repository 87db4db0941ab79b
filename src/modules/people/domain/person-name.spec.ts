import { describe, expect, it } from '@jest/globals';
import { cleanName } from './person-name.js';

describe('A person’s name', () => {
  it.each([
    ['Amara Okafor', 'Amara Okafor'],
    ['  Łukasz \n  Żak ', 'Łukasz Żak'],
    ['李雷', '李雷'],
    ['Zoe\u0308', 'Zo\u00eb'],
  ])('%j is kept as %j', (written, kept) => {
    expect(cleanName(written)).toBe(kept);
  });

  it.each(['', '   ', '—', 'Amara\u0000', 'Amara\u202eraknA', 'a'.repeat(201)])('refuses %j', (written) => {
    expect(cleanName(written)).toBeNull();
  });
});
