import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalNQuads } from '../canonicalize.js';
import { didDocument, didWeb, didWebUrl, verificationMethodId } from './did-web.js';
import { generateSigningKey, publicKeyMultibase } from './keys.js';

describe('did:web identifiers', () => {
  it.each([
    ['https://cairn.example', [], 'did:web:cairn.example', 'https://cairn.example/.well-known/did.json'],
    [
      'https://cairn.example/',
      ['issuers', 'riverside'],
      'did:web:cairn.example:issuers:riverside',
      'https://cairn.example/issuers/riverside/did.json',
    ],
    [
      'https://cairn.example:8443',
      ['issuers', 'a'],
      'did:web:cairn.example%3A8443:issuers:a',
      'https://cairn.example:8443/issuers/a/did.json',
    ],
    [
      'https://uni.example/cairn/',
      ['issuers', 'a'],
      'did:web:uni.example:cairn:issuers:a',
      'https://uni.example/cairn/issuers/a/did.json',
    ],
    ['http://127.0.0.1:3000', [], 'did:web:127.0.0.1%3A3000', 'https://127.0.0.1:3000/.well-known/did.json'],
  ])('of %s and %p', (base, path, did, url) => {
    expect(didWeb(base, path)).toBe(did);
    expect(didWebUrl(did)).toBe(url);
  });

  it('cannot be made from a base with a query or a login, nor from a path that would mean another', () => {
    expect(() => didWeb('https://cairn.example?x=1')).toThrow(/cannot be written as a did:web/);
    expect(() => didWeb('https://user@cairn.example')).toThrow(/cannot be written as a did:web/);
    expect(() => didWeb('https://[::1]:3000')).toThrow(/cannot be written as a did:web/);
    for (const segment of ['', '..', 'a/b', 'a:b', 'ä', 'a b', 'a%2Fb']) {
      expect(() => didWeb('https://cairn.example', ['issuers', segment])).toThrow(/cannot be part of a did:web/);
    }
  });

  it.each([
    'did:web:',
    'did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK',
    'did:web:evil.example%2F..',
    'did:web:user%40evil.example',
    'did:web:evil.example@good.example',
    'did:web:evil.example:..:secrets',
    'did:web:evil.example:%2e%2e',
    'did:web:evil.example:a/b',
    'did:web:evil.example:a?x=1',
    'did:web:evil.example#key-1',
    'did:web:evil.example:',
    'did:web:evil.example%3A99999',
    'https://evil.example',
  ])('%s is not resolved', (did) => {
    expect(didWebUrl(did)).toBeUndefined();
  });

  it('never resolve to another host, whatever is written behind it', () => {
    fc.assert(
      fc.property(fc.string(), (rest) => {
        const url = didWebUrl(`did:web:good.example:${rest}`);
        if (url !== undefined) expect(new URL(url).origin).toBe('https://good.example');
      }),
    );
  });
});

describe('the DID document of an issuer', () => {
  const did = 'did:web:cairn.example:issuers:riverside';
  const multibase = (): string => publicKeyMultibase(generateSigningKey().publicKey);
  const [next, active, retired, compromised] = [multibase(), multibase(), multibase(), multibase()];
  const document = didDocument({
    did,
    keys: [
      { publicKeyMultibase: next, state: 'next' },
      { publicKeyMultibase: active, state: 'active' },
      { publicKeyMultibase: retired, state: 'retired' },
      { publicKeyMultibase: compromised, state: 'compromised' },
    ],
  });

  it('lists next, active and retired keys as Multikeys that may assert, and compromised ones nowhere', () => {
    expect(document).toEqual({
      '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
      id: did,
      verificationMethod: [next, active, retired].map((publicKeyMultibase) => ({
        id: verificationMethodId(did, publicKeyMultibase),
        type: 'Multikey',
        controller: did,
        publicKeyMultibase,
      })),
      assertionMethod: [next, active, retired].map((key) => verificationMethodId(did, key)),
    });
    expect(JSON.stringify(document)).not.toContain(compromised);
  });

  it('has a meaning for every term it uses', async () => {
    await expect(canonicalNQuads(document)).resolves.toContain('https://w3id.org/security#publicKeyMultibase');
  });
});
