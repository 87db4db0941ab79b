import { describe, expect, it } from '@jest/globals';
import { sessionCookieName, sessionToken } from './access-guard.js';

describe('The session cookie', () => {
  it('is bound to the host wherever https makes that possible', () => {
    expect(sessionCookieName('https://cairn.riverside.example')).toBe('__Host-cairn');
    expect(sessionCookieName('http://localhost:3000')).toBe('cairn');
  });

  it('is found among others', () => {
    expect(sessionToken('theme=dark; cairn=abc; lang=de', 'cairn')).toBe('abc');
    expect(sessionToken('theme=dark', 'cairn')).toBeUndefined();
    expect(sessionToken('cairn=', 'cairn')).toBeUndefined();
    expect(sessionToken(undefined, 'cairn')).toBeUndefined();
  });

  it('is not the one that a neighbouring host planted under the other name', () => {
    expect(sessionToken('cairn=planted', '__Host-cairn')).toBeUndefined();
    expect(sessionToken('not-cairn=planted; xcairn=planted', 'cairn')).toBeUndefined();
  });
});
