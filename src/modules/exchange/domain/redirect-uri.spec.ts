import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { answerAt, redirectUriFault } from './redirect-uri.js';

describe('an address that a program wants to be answered at', () => {
  it.each(['https://backpack.example/', 'https://backpack.example/a?b=c', 'http://127.0.0.1:8080/callback', 'http://[::1]/x'])(
    'may be %s',
    (uri) => expect(redirectUriFault(uri)).toBeNull(),
  );

  it.each([
    'http://backpack.example/',
    'http://127.0.0.1.evil.example/',
    'javascript:alert(1)',
    'data:text/html,x',
    'backpack.example',
    '//backpack.example/',
    'https://backpack.example/#',
    'https://backpack.example/#x',
    'https://user@backpack.example/',
    'https://backpack.example/\\evil',
    'https://backpack.example/ x',
    `https://backpack.example/${'a'.repeat(1_000)}`,
    '',
    7,
    null,
  ])('may not be %j', (uri) => expect(redirectUriFault(uri)).toEqual(expect.any(String)));

  it('keeps its own parameters, and no value can add one or lead elsewhere', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (state, code) => {
        const url = new URL(answerAt('https://backpack.example/callback?tab=1', { code, state }));
        expect([url.origin, url.pathname, url.hash]).toEqual(['https://backpack.example', '/callback', '']);
        expect([...url.searchParams.keys()]).toEqual(['tab', 'code', 'state']);
      }),
    );
  });
});
