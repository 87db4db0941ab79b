import { describe, expect, it } from '@jest/globals';
import { sessionCookieNames, sessionTokens } from './session-tokens.js';

const HTTPS = sessionCookieNames('https://cairn.riverside.example');
const HTTP = sessionCookieNames('http://localhost:3000');

describe('The session cookie', () => {
  it('is bound to the host wherever https makes that possible', () => {
    expect(HTTPS).toEqual({ own: '__Host-cairn', framed: '__Host-cairn-framed' });
    expect(HTTP).toEqual({ own: 'cairn', framed: 'cairn-framed' });
  });

  it('is found among others, in a frame and out of it', () => {
    expect(sessionTokens('theme=dark; cairn=abc; lang=de', HTTP)).toEqual({ own: 'abc' });
    expect(sessionTokens('cairn-framed=def; cairn=abc', HTTP)).toEqual({ own: 'abc', framed: 'def' });
    for (const nothing of ['theme=dark', 'cairn=', undefined]) expect(sessionTokens(nothing, HTTP)).toEqual({});
  });

  it('is not the one that a neighbouring host planted under the other name', () => {
    expect(sessionTokens('cairn=planted; cairn-framed=planted', HTTPS)).toEqual({});
    expect(sessionTokens('not-cairn=planted; xcairn=planted', HTTP)).toEqual({});
  });
});
