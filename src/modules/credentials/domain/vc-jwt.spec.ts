import { describe, expect, it } from '@jest/globals';
import type { JsonObject } from './json.js';
import { vcJwtPayload } from './vc-jwt.js';

const credential: JsonObject = {
  '@context': ['https://www.w3.org/ns/credentials/v2'],
  id: 'https://cairn.example/credentials/1',
  type: ['VerifiableCredential'],
  issuer: { id: 'did:web:cairn.example', type: ['Profile'], name: 'Riverside' },
  validFrom: '2026-03-01T09:30:05Z',
  validUntil: '2027-03-01T10:30:05+01:00',
  credentialSubject: { id: 'urn:uuid:1', type: ['AchievementSubject'] },
  proof: [{ type: 'DataIntegrityProof' }],
};

describe('the payload of a VC-JWT', () => {
  it('is the whole credential without its embedded proof, and says the registered claims again', () => {
    const { proof: _proof, ...unsecured } = credential;
    expect(vcJwtPayload(credential)).toEqual({
      ...unsecured,
      iss: 'did:web:cairn.example',
      jti: 'https://cairn.example/credentials/1',
      sub: 'urn:uuid:1',
      nbf: 1_772_357_405,
      exp: 1_803_893_405,
    });
  });

  it('has no end where the credential has none, and takes an issuer that is a mere id', () => {
    const { validUntil: _until, ...endless } = credential;
    expect(vcJwtPayload({ ...endless, issuer: 'did:web:cairn.example' })).not.toHaveProperty('exp');
    expect(vcJwtPayload({ ...endless, issuer: 'did:web:cairn.example' })).toMatchObject({ iss: 'did:web:cairn.example' });
  });

  it.each([
    ['id', { id: '' }],
    ['issuer.id', { issuer: { name: 'Riverside' } }],
    ['credentialSubject.id', { credentialSubject: { type: ['AchievementSubject'] } }],
    ['validFrom', { validFrom: '2026-03-01' }],
    ['validUntil', { validUntil: 'soon' }],
  ])('cannot be made without %s', (name, change) => {
    expect(() => vcJwtPayload({ ...credential, ...change })).toThrow(name);
  });
});
