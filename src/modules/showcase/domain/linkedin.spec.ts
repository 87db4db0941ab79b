import { describe, expect, it } from '@jest/globals';
import { linkedInAddress } from './linkedin.js';
import { sampleFacts } from './sample-facts.js';

const issuer = { id: 'did:web:x', name: 'Łódź & Co', url: null, countryCode: null };
const facts = {
  ...sampleFacts(issuer, 'https://x.example/credentials/abc-1', new Date('2026-12-31T23:30:00Z')),
  title: 'A+B & C=D #1 漢',
};

describe('The way to LinkedIn', () => {
  it('encodes every value, so that none runs into another', () => {
    const address = linkedInAddress({ ...facts, validUntil: '2028-01-01T00:00:00Z' }, null);
    expect(address).not.toMatch(/[\s#+]/);
    expect([...new URL(address).searchParams]).toEqual([
      ['startTask', 'CERTIFICATION_NAME'],
      ['name', 'A+B & C=D #1 漢'],
      ['organizationName', 'Łódź & Co'],
      ['issueYear', '2026'],
      ['issueMonth', '12'],
      ['expirationYear', '2028'],
      ['expirationMonth', '1'],
      ['certUrl', 'https://x.example/credentials/abc-1'],
      ['certId', 'abc-1'],
    ]);
  });

  it('prefers the number of the institution’s page, and tells no expiry where there is none', () => {
    const names = [...new URL(linkedInAddress(facts, '42')).searchParams.keys()];
    expect(names).toContain('organizationId');
    expect(names.filter((name) => /organizationName|expiration/.test(name))).toEqual([]);
  });
});
