import { describe, expect, it } from '@jest/globals';
import { readKeySet } from './key-set.js';

const RSA = { kty: 'RSA', kid: 'a', n: 'AQAB', e: 'AQAB' };

describe('A set of keys', () => {
  it('is kept as far as it can prove signatures', () => {
    const keys = [
      { ...RSA, d: 'secret', alg: 'RS256', use: 'sig', x5c: ['…'] },
      { ...RSA, kid: undefined },
      { ...RSA, kid: 'b', use: 'enc' },
      { kty: 'oct', kid: 'c', k: 'AQAB' },
      'text',
      { kty: 'EC', kid: 'd', crv: 'P-256', x: 'AQAB', y: 'AQAB' },
    ];
    expect(readKeySet({ keys })).toEqual({
      keys: [
        { ...RSA, alg: 'RS256', use: 'sig' },
        { kty: 'EC', kid: 'd', crv: 'P-256', x: 'AQAB', y: 'AQAB' },
      ],
    });
  });

  it.each([[null], [[RSA]], [{ keys: RSA }], [{ keys: Array.from({ length: 101 }, () => RSA) }]])('is none in %j', (body) =>
    expect(readKeySet(body)).toBeNull(),
  );
});
