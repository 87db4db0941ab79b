import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { HOME, lastingAddress, ownAddress } from './next-address.js';

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

describe('What is kept until somebody has an account', () => {
  it.each(['/go/0193a1f0-7c1e-7c4b-9a51-5f0d6d2f3a10?show=project', '/app/enroll/0193a1f0-7c1e-7c4b-9a51-5f0d6d2f3a10'])(
    'is the way to an offering: %s',
    (address) => expect(lastingAddress(address)).toBe(address),
  );

  it.each([
    undefined,
    '/app',
    '/app/learning/7',
    '/account',
    '/oauth/authorize?state=1',
    '/going',
    '/go/x//evil.example',
    '//go/x',
  ])('is nothing else: %j', (address) => expect(lastingAddress(address)).toBeNull());
});
