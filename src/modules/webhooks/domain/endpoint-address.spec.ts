import { describe, expect, it } from '@jest/globals';
import { addressFault } from './endpoint-address.js';

describe('The address of an endpoint', () => {
  it.each([
    ['https://registry.example/hooks', false, null],
    ['http://registry.example/hooks', false, 'not_https'],
    ['http://localhost:9000/hooks', false, 'not_https'],
    ['http://localhost:9000/hooks', true, null],
    ['http://127.0.0.1:9000/hooks', true, null],
    ['http://10.0.0.8/hooks', true, 'not_https'],
    ['ftp://localhost/hooks', true, 'not_https'],
    ['https://olga:secret@registry.example/', false, 'with_password'],
    ['registry.example', false, 'not_an_address'],
  ])('%s (developing: %s): %s', (address, isLocal, fault) => {
    expect(addressFault(address, isLocal)).toBe(fault);
  });
});
