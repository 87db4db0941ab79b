import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { normaliseEmail } from './email.js';

describe('The spelling of an e-mail address', () => {
  it.each([
    ['Lea@Riverside.Example', 'lea@riverside.example'],
    ['  jonas.weber+cairn@uni-bonn.example ', 'jonas.weber+cairn@uni-bonn.example'],
    ["o'brien@dept.university.example", "o'brien@dept.university.example"],
    ['jörg@münchen.example', 'jörg@münchen.example'],
  ])('keeps %s as %s', (written, kept) => {
    expect(normaliseEmail(written)).toBe(kept);
  });

  it.each([
    '',
    'lea',
    'lea@',
    '@riverside.example',
    'lea@localhost',
    'lea@-riverside.example',
    'lea@riverside..example',
    'lea@@riverside.example',
    'lea@riverside.example, mallory@evil.example',
    'lea@riverside.example\r\nBcc: mallory@evil.example',
    'le\u0000a@riverside.example',
    '"lea smith"@riverside.example',
    'Lea <lea@riverside.example>',
    `${'l'.repeat(65)}@riverside.example`,
    `lea@${'river.'.repeat(50)}example`,
  ])('refuses %j', (written) => {
    expect(normaliseEmail(written)).toBeNull();
  });

  it('leaves what it kept as it is, and never keeps spaces or control characters', () => {
    fc.assert(
      fc.property(fc.oneof(fc.emailAddress(), fc.string()), (written) => {
        const kept = normaliseEmail(written);
        if (kept === null) return;
        expect(normaliseEmail(kept)).toBe(kept);
        expect(kept).not.toMatch(/[\s\p{Cc}<>,;]/u);
      }),
    );
  });
});
