import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { passwordFault } from './password-rules.js';

const LEA = 'lea.hoffmann@riverside.example';

describe('A new password', () => {
  it.each([
    'seven quiet otters',
    'brückenpfeiler-im-nebel',
    'xK4!nm2q',
    '🦦🦦🐢🦆🐟🪨🌊🌧',
    'a'.repeat(3) + 'bcd'.repeat(30) + 'z!',
  ])('may be %j', (password) => {
    expect(passwordFault(password, LEA)).toBeNull();
  });

  it('needs 8 characters, counted as people count them', () => {
    expect(passwordFault('otters!', LEA)).toBe('too_short');
    expect(passwordFault('🦦🦦🐢🦆🐟🪨🌊', LEA)).toBe('too_short');
  });

  it('may have 256 characters, and no more', () => {
    const long = Array.from({ length: 64 }, (_, index) =>
      String.fromCodePoint(0x61 + (index % 26), 0x30 + (index % 10), 0x2d, 0x41),
    ).join('');
    expect(passwordFault(long, LEA)).toBeNull();
    expect(passwordFault(`${long}x`, LEA)).toBe('too_long');
  });

  it.each([
    'password',
    'Password123!',
    '12345678',
    '987654321',
    'abcdefgh',
    'aaaaaaaa',
    'abcabcabc',
    'qwertyuiop',
    'Summer2026',
    '!!iloveyou!!',
    'P@ssw0rd1',
  ])('is not %s, which is tried first', (password) => {
    expect(passwordFault(password, null)).toBe('too_common');
  });

  it.each(['lea.hoffmann@riverside.example', 'xx-LEA.HOFFMANN-xx'])('is not %s, which has the address in it', (password) => {
    expect(passwordFault(password, LEA)).toBe('contains_email');
  });

  it('may hold a local part that is too short to tell anything', () => {
    expect(passwordFault('jolly rivers', 'jo@riverside.example')).toBeNull();
  });

  it('is judged alike in both compositions of its letters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (password) => {
        expect(passwordFault(password.normalize('NFD'), LEA)).toBe(passwordFault(password.normalize('NFC'), LEA));
      }),
    );
  });
});
