import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { amirasAward, waterDataAchievement } from '../../../../test/support/awards.js';
import type { Award } from './award.js';
import { isJsonObject, type JsonObject, type JsonValue } from './json.js';
import { buildOpenBadgeCredential } from './open-badge-credential.js';

function built(award: Award): JsonObject {
  const result = buildOpenBadgeCredential(award);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.credential;
}

function problems(award: Award): readonly { problem: string; at: string }[] {
  const result = buildOpenBadgeCredential(award);
  return result.ok ? [] : result.problems;
}

function subjectOf(award: Award): JsonObject {
  const { credentialSubject } = built(award);
  if (!isJsonObject(credentialSubject)) throw new Error('no subject');
  return credentialSubject;
}

describe('building the badge of an award', () => {
  it('puts the contexts in the order of the standard', () => {
    expect(built(amirasAward())['@context']).toEqual([
      'https://www.w3.org/ns/credentials/v2',
      'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
      'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json',
    ]);
  });

  it('writes dates without a fraction and keeps the award date apart from validFrom', () => {
    expect(built(amirasAward())).toMatchObject({ awardedDate: '2026-03-01T09:30:00Z', validFrom: '2026-03-01T09:30:05Z' });
    expect(built(amirasAward())).not.toHaveProperty('validUntil');
    expect(built(amirasAward({ validUntil: new Date('2029-03-01T00:00:00Z') }))).toMatchObject({
      validUntil: '2029-03-01T00:00:00Z',
    });
  });

  it('has one status entry, whose id is not the bare list', () => {
    expect(built(amirasAward()).credentialStatus).toEqual({
      id: 'https://cairn.riverside.example/status/riverside-1#94567',
      type: 'BitstringStatusListEntry',
      statusPurpose: 'revocation',
      statusListIndex: '94567',
      statusListCredential: 'https://cairn.riverside.example/status/riverside-1',
    });
  });

  it('writes every set as a list, also a set of one', () => {
    const lists = [
      'type',
      'credentialSchema',
      'evidence',
      'identifier',
      'result',
      'alignment',
      'resultDescription',
      'tag',
      'related',
    ];
    visit(built(amirasAward()), (name, value, parent) => {
      const scalar = parent.type === 'Image' || parent.type === 'IdentityObject' || parent.type === 'IdentifierEntry';
      const schemaOrStatus = parent.type === '1EdTechJsonSchemaValidator2019' || parent.type === 'BitstringStatusListEntry';
      const referenceToOne = name === 'resultDescription' && typeof value === 'string';
      if (lists.includes(name) && !scalar && !schemaOrStatus && !referenceToOne) expect(Array.isArray(value)).toBe(true);
    });
  });

  it('identifies Amira by a pairwise id, a salted hash of her e-mail and the name she agreed to show', () => {
    expect(subjectOf(amirasAward())).toMatchObject({
      id: 'urn:uuid:0193a1f0-7c2b-4000-8000-00000000beef',
      identifier: [
        { type: 'IdentityObject', hashed: true, identityType: 'emailAddress', salt: 'q3Yk0s9H2mB7tR5xW1zL8g' },
        { type: 'IdentityObject', hashed: false, identityType: 'name', identityHash: 'Amira Haddad' },
      ],
    });
  });

  it('says nothing that she did not agree to show', () => {
    const award = amirasAward();
    const shy: Award = {
      ...award,
      learner: { ...award.learner, name: { text: 'Amira Haddad', consented: false } },
      assessment: {
        ...award.assessment,
        resultsConsented: false,
        evidence: award.assessment.evidence.map((item) => ({ ...item, published: false })),
      },
    };
    const text = JSON.stringify(built(shy));
    for (const secret of ['Amira', '"87"', 'amira-report', 'Private notes', '"result"']) expect(text).not.toContain(secret);
    expect(text).toContain('resultDescription');
  });

  it('shows only the evidence she published', () => {
    expect(built(amirasAward()).evidence).toEqual([expect.objectContaining({ name: 'Project report', type: ['Evidence'] })]);
  });

  it('carries nothing beside the named facts, even when given more', () => {
    const award = amirasAward();
    const wider = { ...award.learner.hashedEmail, email: 'amira@home.example' } as Award['learner']['hashedEmail'];
    expect(JSON.stringify(built({ ...award, learner: { ...award.learner, hashedEmail: wider } }))).not.toContain(
      'amira@home.example',
    );
  });

  it('gives the same document for the same award', () => {
    expect(JSON.stringify(built(amirasAward()))).toBe(JSON.stringify(built(amirasAward())));
  });

  it('keeps any well-formed words as they are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (words) => {
        fc.pre(words.trim() !== '');
        const name = `${words} ł ö 漢 🎓`;
        expect(built(amirasAward({ achievement: waterDataAchievement({ name }) })).name).toBe(name);
      }),
    );
  });
});

describe('problems that come back instead of a badge', () => {
  const award = amirasAward();
  const [described] = award.achievement.results;

  it.each<[string, string, Award]>([
    ['criteria-missing', 'criteria', amirasAward({ achievement: waterDataAchievement({ criteria: {} }) })],
    ['nobody-named', 'credentialSubject', amirasAward({ learner: {} })],
    ['nobody-named', 'credentialSubject', amirasAward({ learner: { name: { text: 'Amira', consented: false } } })],
    [
      'result-description-unknown',
      'result[0]',
      amirasAward({ assessment: { ...award.assessment, results: [{ resultDescription: 'urn:uuid:nowhere', value: '1' }] } }),
    ],
    [
      'achieved-level-unknown',
      'result[0]',
      amirasAward({
        assessment: {
          ...award.assessment,
          results: [{ resultDescription: 'urn:uuid:6f0f3c53-0000-4000-8000-000000000001', achievedLevel: 'urn:uuid:nowhere' }],
        },
      }),
    ],
    [
      'status-missing',
      'result[0]',
      amirasAward({
        achievement: waterDataAchievement({ results: [{ id: 'urn:uuid:s', name: 'Status', resultType: 'Status' }] }),
        assessment: { ...award.assessment, results: [{ resultDescription: 'urn:uuid:s' }] },
      }),
    ],
    [
      'required-level-unknown',
      'resultDescription',
      amirasAward({
        achievement: waterDataAchievement({ results: described ? [{ ...described, requiredLevel: 'urn:uuid:nowhere' }] : [] }),
        assessment: { ...award.assessment, results: [] },
      }),
    ],
    [
      'ids-not-unique',
      'resultDescription',
      amirasAward({ achievement: waterDataAchievement({ results: described ? [described, described] : [] }) }),
    ],
    ['not-a-uri', 'id', amirasAward({ id: 'credential 7' })],
    [
      'not-a-uri',
      'targetUrl',
      amirasAward({ achievement: waterDataAchievement({ alignments: [{ kind: 'eqf', name: 'Level 5', url: 'five' }] }) }),
    ],
    ['not-a-text', 'achievement.name', amirasAward({ achievement: waterDataAchievement({ name: '  ' }) })],
    ['not-a-moment', 'validFrom', amirasAward({ validFrom: new Date(Number.NaN) })],
    ['not-a-language', 'inLanguage', amirasAward({ achievement: waterDataAchievement({ language: 'English' }) })],
    ['status-index-not-a-number-in-a-string', 'statusListIndex', amirasAward({ status: { ...award.status, index: -1 } })],
    [
      'not-an-allowed-word',
      'identifierType',
      amirasAward({ issuer: { ...award.issuer, identifiers: [{ identifier: '1', identifierType: 'ROR' }] } }),
    ],
  ])('%s (at %s)', (problem, at, wrong) => {
    expect(problems(wrong)).toContainEqual({ problem, at: expect.stringContaining(at) });
  });

  it('is silent about a good award', () => {
    expect(problems(amirasAward())).toEqual([]);
  });
});

function visit(value: JsonValue, see: (name: string, value: JsonValue, parent: JsonObject) => void): void {
  if (Array.isArray(value)) for (const item of value as readonly JsonValue[]) visit(item, see);
  if (!isJsonObject(value)) return;
  for (const [name, member] of Object.entries(value)) {
    see(name, member, value);
    visit(member, see);
  }
}
