import { describe, expect, it } from '@jest/globals';
import { wantsJwt } from './wants-jwt.js';

describe('wantsJwt', () => {
  it.each([
    ['application/vc+jwt', 'application/vc+jwt'],
    ['application/jwt', 'application/jwt'],
    ['text/plain', 'text/plain'],
    ['Application/VC+JWT; q=1, */*;q=0.1', 'application/vc+jwt'],
    ['application/vc+ld+json;q=0.5, application/jwt', 'application/jwt'],
    ['text/plain, application/vc+jwt', 'application/vc+jwt'],
    ['text/plain, application/vc+jwt;q=0.4', 'text/plain'],
  ])('gives a JWT to who names one: %s', (accept, type) => {
    expect(wantsJwt(accept)).toBe(type);
  });

  it.each([
    [undefined],
    [''],
    ['*/*'],
    ['application/*'],
    ['text/*'],
    ['application/json, text/plain, */*'],
    ['text/html, text/plain'],
    ['application/vc+jwt;q=0'],
    ['application/vc+ld+json, application/vc+jwt;q=0.9'],
    ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8'],
  ])('gives the document or the page to everybody else: %s', (accept) => {
    expect(wantsJwt(accept)).toBeNull();
  });
});
