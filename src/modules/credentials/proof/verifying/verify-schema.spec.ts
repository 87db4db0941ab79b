import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { IssuerWorld } from '../../../../../test/support/issuer-world.js';
import type { JsonObject } from '../../domain/json.js';
import { encodeBase58 } from '../keys/base58.js';
import { CREDENTIALS_V2 } from '../context-pins.js';
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
  ])('%s', (words, document) => {
    const check = checkSchema(document);
    expect(check).toMatchObject({ outcome: 'failed', reason: 'badge-malformed' });
    expect(check.detail).toContain(words);
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
