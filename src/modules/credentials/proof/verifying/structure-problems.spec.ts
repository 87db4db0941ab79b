import { describe, expect, it } from '@jest/globals';
import { IssuerWorld } from '../../../../../test/support/issuer-world.js';
import type { JsonObject, JsonValue } from '../../domain/json.js';
import { structureProblems } from './structure-problems.js';

const badge = new IssuerWorld().badge();
const issuer = badge.issuer as JsonObject;
const subject = badge.credentialSubject as JsonObject;

const problemsWith = (change: { readonly [name: string]: JsonValue | undefined }): readonly string[] => {
  const document = Object.fromEntries(
    Object.entries({ ...badge, ...change }).filter(([, value]) => value !== undefined),
  ) as JsonObject;
  return structureProblems(document).map(({ problem, at }) => `${at}: ${problem}`);
};

describe('the form of a VC 2.0 credential', () => {
  it('is that of our badges', () => {
    expect(problemsWith({})).toEqual([]);
  });

  it.each<[string, { readonly [name: string]: JsonValue | undefined }]>([
    ['without an id', { id: undefined }],
    ['with a bare type', { type: 'VerifiableCredential' }],
    ['with the issuer as a URL', { issuer: 'did:web:a.example' }],
    ['with two subjects', { credentialSubject: [{ id: 'urn:x:1' }, { id: 'urn:x:2' }] }],
    [
      'with a name in two languages',
      {
        name: [
          { '@value': 'a', '@language': 'en' },
          { '@value': 'أ', '@language': 'ar', '@direction': 'rtl' },
        ],
      },
    ],
    ['with two status entries', { credentialStatus: [{ type: 'A' }, { type: 'B' }] }],
    ['without dates', { validFrom: undefined }],
  ])('allows one %s', (_what, change) => {
    expect(problemsWith(change)).toEqual([]);
  });

  it.each<[string, { readonly [name: string]: JsonValue | undefined }]>([
    ['type: not-a-VerifiableCredential', { type: undefined }],
    ['type: not-a-VerifiableCredential', { type: ['OpenBadgeCredential'] }],
    ['type: not-a-type', { type: ['VerifiableCredential', 7] }],
    ['type: not-a-type', { type: ['VerifiableCredential', ''] }],
    ['type: not-a-type', { type: [] }],
    ['id: not-a-uri', { id: 'relative' }],
    ['id: not-a-uri', { id: ['urn:x:1'] }],
    ['id: not-a-uri', { id: 'https://a b' }],
    ['id: not-a-uri', { id: 'https://' }],
    ['issuer: not-a-uri', { issuer: undefined }],
    ['issuer: not-a-uri', { issuer: 'Riverside' }],
    ['issuer: not-a-uri', { issuer: ['did:web:a.example'] }],
    ['issuer.id: missing', { issuer: { type: ['Profile'], name: 'Riverside' } }],
    ['issuer.id: not-a-uri', { issuer: { ...issuer, id: 7 } }],
    ['issuer.name: not-words', { issuer: { ...issuer, name: ['Riverside'] } }],
    ['issuer.description: not-words', { issuer: { ...issuer, description: 7 } }],
    ['name: not-words', { name: ['Badge'] }],
    ['name: not-words', { name: [] }],
    ['name: not-words', { name: { '@value': 'a', url: 'https://a.example' } }],
    ['name: not-words', { name: { '@value': 7 } }],
    ['description: not-words', { description: { '@language': 'en' } }],
    ['credentialSubject: missing', { credentialSubject: undefined }],
    ['credentialSubject: missing', { credentialSubject: [] }],
    ['credentialSubject: not-an-object', { credentialSubject: {} }],
    ['credentialSubject: not-an-object', { credentialSubject: [subject, {}] }],
    ['credentialSubject: not-an-object', { credentialSubject: 'did:key:z6Mk' }],
    ['credentialSubject.id: not-a-uri', { credentialSubject: { ...subject, id: ['urn:x:1', 'urn:x:2'] } }],
    ['validFrom: not-a-moment', { validFrom: '2026-03-01' }],
    ['validFrom: not-a-moment', { validFrom: '2026-03-01T09:00:00' }],
    ['validUntil: not-a-moment', { validUntil: 'never' }],
    ['validUntil: before-validFrom', { validUntil: '2026-02-28T00:00:00Z' }],
    ['credentialStatus: type-missing', { credentialStatus: { id: 'urn:x:1' } }],
    ['credentialStatus: type-missing', { credentialStatus: 'urn:x:1' }],
    ['credentialStatus.id: not-a-uri', { credentialStatus: { id: 'x', type: 'A' } }],
    ['evidence: type-missing', { evidence: [{ id: 'urn:x:1' }] }],
    ['termsOfUse: type-missing', { termsOfUse: [{ id: 'urn:x:1' }] }],
    ['refreshService: type-missing', { refreshService: { id: 'urn:x:1' } }],
    ['credentialSchema: type-missing', { credentialSchema: [{ id: 'https://a.example/schema' }] }],
    ['credentialSchema: id-missing', { credentialSchema: [{ type: 'JsonSchema' }] }],
    ['credentialSchema[0].id: not-a-uri', { credentialSchema: [{ id: 'schema', type: 'JsonSchema' }] }],
    ['relatedResource: not-an-object', { relatedResource: ['https://a.example/r'] }],
    ['relatedResource: id-missing', { relatedResource: { digestSRI: 'sha256-x' } }],
    ['relatedResource: digest-missing', { relatedResource: [{ id: 'https://a.example/r' }] }],
    [
      'relatedResource: ids-not-unique',
      {
        relatedResource: [
          { id: 'https://a.example/r', digestSRI: 'sha256-x' },
          { id: 'https://a.example/r', digestSRI: 'sha256-y' },
        ],
      },
    ],
    ['credentialSubject.achievement.id: not-a-uri', { credentialSubject: { achievement: { id: 7 } } }],
  ])('refuses %s', (problem, change) => {
    expect(problemsWith(change)).toContain(problem);
  });
});
