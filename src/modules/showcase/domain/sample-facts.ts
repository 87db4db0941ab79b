import type { CredentialFacts } from '../../credentials/domain/credential-facts.js';

const STATED = {
  outcomes: ['Collects and cleans measurements', 'Explains what they show, and what they do not'],
  hours: 75,
  ects: 3,
  ceu: null,
  level: { framework: 'EQF', value: '6' },
  deliveryMode: 'blended',
  assessment: 'Sample project',
  qualityAssurance: 'Reviewed once a year by the faculty’s quality board',
  prerequisites: '',
} satisfies CredentialFacts['stated'];

/** Words to look at a certificate with, before there is one. */
export function sampleFacts(issuer: CredentialFacts['issuer'], url: string, now: Date): CredentialFacts {
  return {
    url,
    title: 'Sample Micro-credential',
    description: 'This is a sample. It was awarded to nobody and proves nothing.',
    language: 'en',
    issuer,
    holder: 'Sample Person',
    awardedAt: now.toISOString(),
    validUntil: null,
    achievementUrl: url,
    imageUrl: null,
    criteria: '',
    skills: [{ name: 'analyse data', url: 'http://data.europa.eu/esco/skill/sample', framework: 'ESCO', code: '' }],
    credits: 3,
    results: [],
    evidence: [],
    stated: STATED,
    programme: { ...STATED, number: 1 },
  };
}
