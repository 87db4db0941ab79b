import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { HOME, ownAddress } from './next-address.js';

describe('Where to go after signing in', () => {
  it.each(['/', '/account', '/invitations/Ab_-9', '/learn/courses/3?page=2&sort=a-z', '/micro-credentials/water-data/'])(
    'goes to %s',
    (path) => {
      expect(ownAddress(path)).toBe(path);
    },
  );

  it.each([
    undefined,
    '',
    'account',
    '//evil.example',
    '/\\evil.example',
    '/account//evil.example',
    'https://evil.example/',
    'javascript:alert(1)',
    '/a\r\nSet-Cookie: cairn=1',
    '/account#x',
    '/@evil.example',
    `/${'a'.repeat(2_000)}`,
  ])('goes home instead of to %j', (wish) => {
    expect(ownAddress(wish)).toBe(HOME);
  });

  it('never leaves the origin, whatever is asked for', () => {
    const hostile = fc.string({ unit: fc.constantFrom('/', '\\', '.', ':', '@', '?', '#', 'a', '%', '\t', '\n', ' ') });
    fc.assert(
      fc.property(hostile, (wish) => {
        expect(new URL(ownAddress(wish), 'https://cairn.example').origin).toBe('https://cairn.example');
      }),
    );
  });
});
