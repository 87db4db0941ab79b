import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { IssuerWorld } from '../../../../../test/support/issuer-world.js';
import type { JsonObject } from '../../domain/json.js';
import { encodeBase58 } from '../keys/base58.js';
import { CREDENTIALS_V1, CREDENTIALS_V2 } from '../context-pins.js';
import { contextBytes } from '../contexts.js';
import { checkSchema } from './verify-schema.js';

const badge = new IssuerWorld().badge();
const subject = badge.credentialSubject as JsonObject;
const achievement = subject.achievement as JsonObject;
const plain: JsonObject = {
  '@context': [CREDENTIALS_V2],
  type: ['VerifiableCredential'],
  issuer: 'did:web:a.example',
  credentialSubject: { id: 'urn:x:1' },
};

const issuer = badge.issuer as JsonObject;
const result: JsonObject = { type: ['Result'] };
const endorsement: JsonObject = {
  '@context': (badge['@context'] as readonly string[]).slice(0, 2),
  id: 'https://guild.example/endorsements/1',
  type: ['VerifiableCredential', 'EndorsementCredential'],
  name: 'Endorsement by the Guild',
  issuer: { id: 'did:web:guild.example', type: ['Profile'] },
  validFrom: '2026-01-01T00:00:00Z',
  credentialSubject: { id: 'urn:x:1', type: ['EndorsementSubject'], endorsementComment: 'Well taught.' },
};
const without = (document: JsonObject, member: string): JsonObject =>
  Object.fromEntries(Object.entries(document).filter(([name]) => name !== member));

describe('the form of a badge', () => {
  it('is checked only in what claims to be one', () => {
    expect(checkSchema(plain)).toEqual({ check: 'schema', outcome: 'passed' });
    expect(checkSchema({ ...plain, type: ['VerifiableCredential', 'OpenBadgeCredential'] })).toMatchObject({
      reason: 'badge-malformed',
    });
  });

  it('takes bare values where the standard has sets, and an issuer by its id, as other issuers write them', () => {
    const evidence = (badge.evidence as readonly JsonObject[])[0] ?? {};
    const bare = {
      ...badge,
      issuer: 'did:web:a.example',
      evidence,
      credentialSubject: { ...subject, type: 'AchievementSubject' },
    };
    expect(checkSchema(bare)).toMatchObject({ outcome: 'passed' });
  });

  it.each<[string, JsonObject]>([
    ['credentialSubject: nobody-named', { ...badge, credentialSubject: { type: ['AchievementSubject'], achievement } }],
    [
      'criteria-missing',
      { ...badge, credentialSubject: { ...subject, achievement: { ...achievement, criteria: { type: 'Criteria' } } } },
    ],
    ['validFrom: missing', Object.fromEntries(Object.entries(badge).filter(([name]) => name !== 'validFrom'))],
    ['credentialStatus: not-an-object', { ...badge, credentialStatus: [badge.credentialStatus ?? {}] }],
    ['image.alt: not-allowed-here', { ...badge, image: { id: 'https://a.example/i.png', type: 'Image', alt: 'x' } }],
    ['image.type: not-a-Image', { ...badge, image: { id: 'https://a.example/i.png', type: ['Image'] } }],
    ['creditsEarned: not-a-number', { ...badge, credentialSubject: { ...subject, creditsEarned: '4.5' } }],
    [
      'hashed: not-a-flag',
      {
        ...badge,
        credentialSubject: {
          ...subject,
          identifier: [{ type: 'IdentityObject', hashed: 'true', identityHash: 'x', identityType: 'name' }],
        },
      },
    ],
    [
      'achievementType: not-an-allowed-word',
      { ...badge, credentialSubject: { ...subject, achievement: { ...achievement, achievementType: 'Trophy' } } },
    ],
    ['credentialSubject: not-an-object', { ...badge, credentialSubject: [subject] }],
    [
      'result.status: not-an-allowed-word',
      { ...badge, credentialSubject: { ...subject, result: { ...result, status: 'ext:X' } } },
    ],
    ['refreshService.id: missing', { ...badge, refreshService: { type: 'Renewal' } }],
    ['refreshService: not-an-object', { ...badge, refreshService: [{ id: 'urn:x:1', type: 'Renewal' }] }],
    ['refreshService.type: not-a-text', { ...badge, refreshService: { id: 'urn:x:1', type: ['Renewal'] } }],
    ['credentialStatus.type: not-a-text', { ...badge, credentialStatus: { id: 'urn:x:1', type: ['List'] } }],
    ['termsOfUse[0].type: not-a-text', { ...badge, termsOfUse: [{ type: ['Terms'] }] }],
    ['issuer.familyName: not-a-text', { ...badge, issuer: { ...issuer, familyName: 7 } }],
    ['issuer.dateOfBirth: not-a-date', { ...badge, issuer: { ...issuer, dateOfBirth: '2025-02-29' } }],
    [
      'issuer.address.streetAddress: not-a-text',
      { ...badge, issuer: { ...issuer, address: { type: ['Address'], streetAddress: 1 } } },
    ],
    [
      'issuer.address.geo.latitude: not-a-number',
      {
        ...badge,
        issuer: {
          ...issuer,
          address: { type: ['Address'], geo: { type: 'GeoCoordinates', latitude: '48.2', longitude: 16.4 } },
        },
      },
    ],
    ['endorsement[0].name: missing', { ...badge, endorsement: [without(endorsement, 'name')] }],
    ['endorsement.@context: missing', { ...badge, endorsement: without(endorsement, '@context') }],
    ['endorsementJwt[0]: not-a-token', { ...badge, endorsementJwt: ['no token'] }],
    [
      'achievement.endorsement.id: missing',
      { ...badge, credentialSubject: { ...subject, achievement: { ...achievement, endorsement: without(endorsement, 'id') } } },
    ],
    [
      'issuer.endorsement.validFrom: missing',
      { ...badge, issuer: { ...issuer, endorsement: without(endorsement, 'validFrom') } },
    ],
    ['issuer.endorsementJwt: not-a-token', { ...badge, issuer: { ...issuer, endorsementJwt: 7 } }],
  ])('%s', (words, document) => {
    const check = checkSchema(document);
    expect(check).toMatchObject({ outcome: 'failed', reason: 'badge-malformed' });
    expect(check.detail).toContain(words);
  });

  it('takes what the standard has for profiles, renewal and endorsements', () => {
    const full = {
      ...badge,
      issuer: {
        ...issuer,
        familyName: 'Okafor',
        dateOfBirth: '2024-02-29',
        address: { type: ['Address'], geo: { type: 'GeoCoordinates', latitude: 48.2, longitude: 16.4 } },
        endorsement,
      },
      refreshService: { id: 'urn:x:1', type: 'Renewal' },
      termsOfUse: { type: 'Terms' },
      endorsement: [endorsement],
      endorsementJwt: 'e30.e30.e30',
      credentialSubject: {
        ...subject,
        result: [{ ...result, status: 'Completed' }],
        achievement: { ...achievement, endorsement },
      },
    };
    expect(checkSchema(full)).toMatchObject({ outcome: 'passed' });
  });

  it('reports the first five problems and how many more there are', () => {
    const { detail } = checkSchema({
      ...badge,
      credentialSubject: { id: 'urn:x:1' },
      image: { type: 'x', a: 1, b: 2, c: 3, d: 4 },
    });
    expect(detail).toMatch(/(: .*,.*){4} and \d+ more$/);
  });
});

describe('the form of an endorsement', () => {
  it('is that of ours and of others, with or without a comment', () => {
    const others = {
      ...endorsement,
      issuer: 'did:web:guild.example',
      name: '',
      credentialSubject: { id: 'urn:x:1', type: 'EndorsementSubject' },
    };
    for (const good of [endorsement, others]) expect(checkSchema(good)).toMatchObject({ outcome: 'passed' });
  });

  it('of data model 1.1 has the dates of that, inside a badge as well', () => {
    const { '@context': contexts, validFrom, ...members } = endorsement;
    const earlier = {
      ...members,
      '@context': [CREDENTIALS_V1, ...(contexts as readonly string[]).slice(1)],
      issuanceDate: validFrom ?? '',
    };
    expect(checkSchema(earlier)).toMatchObject({ outcome: 'passed' });
    const { validFrom: from, ...rest } = badge;
    const badgeOf1 = { ...rest, '@context': earlier['@context'], issuanceDate: from ?? '', endorsement: [earlier] };
    expect(checkSchema(badgeOf1)).toMatchObject({ outcome: 'passed' });
    expect(checkSchema({ ...badge, endorsement: [without(earlier, 'issuanceDate')] })).toMatchObject({ outcome: 'failed' });
  });

  it.each<[string, JsonObject]>([
    ['name: missing', without(endorsement, 'name')],
    ['id: missing', without(endorsement, 'id')],
    ['validFrom: missing', without(endorsement, 'validFrom')],
    ['@context: not-a-context-list', { ...endorsement, '@context': [CREDENTIALS_V2] }],
    ['type: not-a-EndorsementSubject', { ...endorsement, credentialSubject: { id: 'urn:x:1' } }],
    ['credentialSubject.id: missing', { ...endorsement, credentialSubject: { type: ['EndorsementSubject'] } }],
    ['credentialSubject: not-an-object', { ...endorsement, credentialSubject: [endorsement.credentialSubject ?? {}] }],
    [
      'endorsementComment: not-a-text',
      { ...endorsement, credentialSubject: { id: 'urn:x:1', type: ['EndorsementSubject'], endorsementComment: 7 } },
    ],
    ['issuer.type: not-a-Profile', { ...endorsement, issuer: { id: 'did:web:guild.example' } }],
    ['credentialStatus: not-an-object', { ...endorsement, credentialStatus: [{ type: 'List' }] }],
  ])('%s', (words, document) => {
    const check = checkSchema(document);
    expect(check).toMatchObject({ outcome: 'failed', reason: 'endorsement-malformed' });
    expect(check.detail).toContain(words);
  });
});

describe('related resources', () => {
  const bytes = contextBytes(CREDENTIALS_V2) ?? Buffer.alloc(0);
  const sha = (algorithm: string) => `${algorithm}-${createHash(algorithm).update(bytes).digest('base64')}`;
  const hash = createHash('sha256').update(bytes).digest();
  const multihash = Buffer.concat([Buffer.from([0x12, 0x20]), hash]);

  it.each([
    [{ digestSRI: sha('sha256') }],
    [{ digestSRI: sha('sha384') }],
    [{ digestSRI: sha('sha512') }],
    [{ digestMultibase: `z${encodeBase58(multihash)}` }],
    [{ digestMultibase: `u${multihash.toString('base64url')}` }],
    [{ digestMultibase: `u${hash.toString('base64url')}` }],
    [{ digestSRI: sha('sha256'), digestMultibase: `u${hash.toString('base64url')}` }],
  ])('match with %j', (digests) => {
    expect(checkSchema({ ...plain, relatedResource: [{ id: CREDENTIALS_V2, ...digests }] })).toMatchObject({ outcome: 'passed' });
  });

  it.each([
    [{ digestSRI: sha('sha256').slice(0, -4) }],
    [{ digestSRI: 'md5-x' }],
    [{ digestSRI: 7 }],
    [{ digestMultibase: 'm' }],
    [{ digestMultibase: `z${encodeBase58(hash.subarray(1))}` }],
    [{ digestSRI: sha('sha256'), digestMultibase: 'u' }],
  ])('do not match with %j', (digests) => {
    const check = checkSchema({ ...plain, relatedResource: { id: CREDENTIALS_V2, ...digests } });
    expect(check).toMatchObject({ outcome: 'failed', reason: 'related-resource-mismatch' });
  });

  it('that are not kept here cannot be checked', () => {
    const check = checkSchema({ ...plain, relatedResource: { id: 'https://a.example/paper.pdf', digestSRI: sha('sha256') } });
    expect(check).toMatchObject({ outcome: 'unknown', reason: 'related-resource-unchecked' });
  });
});
