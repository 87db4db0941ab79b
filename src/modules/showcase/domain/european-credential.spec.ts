import { describe, expect, it } from '@jest/globals';
import { europeanCredential } from './european-credential.js';
import { sampleFacts } from './sample-facts.js';

const issuer = {
  id: 'did:web:riverside.example',
  name: 'Universität am Fluss',
  url: 'https://riverside.example',
  countryCode: 'DE',
};
const facts = {
  ...sampleFacts(issuer, 'https://x.example/credentials/abc', new Date('2026-03-01T10:00:00Z')),
  language: 'de-AT',
};

interface Claim {
  credentialSubject: { fullName?: object; hasClaim: { specifiedBy: Record<string, unknown> }[] };
}
const claimOf = (credential: unknown) => (credential as Claim).credentialSubject.hasClaim[0]?.specifiedBy ?? {};

describe('A credential in the European Learning Model', () => {
  it('tells issuer, country, dates, workload, credits, level and outcomes in the model’s terms', () => {
    expect(europeanCredential(facts)).toMatchObject({
      issuer: {
        legalName: { de: ['Universität am Fluss'] },
        location: [{ address: [{ countryCode: { id: 'http://publications.europa.eu/resource/authority/country/DEU' } }] }],
      },
      issuanceDate: '2026-03-01T10:00:00.000Z',
      displayParameter: { primaryLanguage: { id: 'http://publications.europa.eu/resource/authority/language/DEU' } },
    });
    expect(claimOf(europeanCredential(facts))).toMatchObject({
      volumeOfLearning: 'PT75H',
      creditPoint: [{ point: '3' }],
      eqfLevel: { id: 'http://data.europa.eu/snb/eqf/6' },
      learningOutcome: [
        {
          title: { de: ['Collects and cleans measurements'] },
          relatedESCOSkill: [{ id: 'http://data.europa.eu/esco/skill/sample' }],
        },
        { title: { de: ['Explains what they show, and what they do not'] } },
      ],
    });
  });

  it('leaves out what is not known: name, level, country, language of no table, programme', () => {
    const bare = {
      ...facts,
      language: 'tlh',
      holder: null,
      credits: null,
      programme: null,
      issuer: { ...issuer, url: null, countryCode: 'ZZ' },
    };
    const credential = europeanCredential(bare);
    expect(JSON.stringify(credential)).not.toMatch(
      /undefined|null|fullName|eqfLevel|volumeOfLearning|creditReceived|location|primaryLanguage/,
    );
    expect(claimOf(credential)).toMatchObject({ learningOutcome: [{ title: { tlh: ['Sample Micro-credential'] } }] });
  });

  it('writes parts of hours as minutes', () => {
    const hours = (value: number) =>
      claimOf(europeanCredential({ ...facts, programme: facts.programme && { ...facts.programme, hours: value } }));
    expect([hours(12.5), hours(0.1), hours(100)].map(({ volumeOfLearning }) => volumeOfLearning)).toEqual([
      'PT12H30M',
      'PT0H6M',
      'PT100H',
    ]);
  });
});
