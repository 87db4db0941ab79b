import { describe, expect, it } from '@jest/globals';
import { type Details, isAddress, isReady } from './details';

const alignment = { targetName: 'x', targetFramework: 'ESCO', targetCode: '', targetType: '' };
const details = (changes: object) => ({ title: 'Reading data', skills: [], awardTerms: null, ...changes }) as unknown as Details;

describe('a field that is still being written', () => {
  it('waits where the server would refuse it', () => {
    expect(isReady('title', details({ title: ' ' }))).toBe(false);
    expect(isReady('skills', details({ skills: [{ name: 'x', alignment: { ...alignment, targetUrl: 'https:/' } }] }))).toBe(
      false,
    );
    expect(isReady('awardTerms', details({ awardTerms: { qualityAssuranceUrl: 'riverside' } }))).toBe(false);
  });
  it('is sent as soon as it is whole', () => {
    expect(isReady('title', details({}))).toBe(true);
    expect(isReady('skills', details({ skills: [{ name: '', alignment: null }] }))).toBe(true);
    expect(
      isReady('skills', details({ skills: [{ name: 'x', alignment: { ...alignment, targetUrl: 'https://e.eu/s' } }] })),
    ).toBe(true);
    expect(isReady('awardTerms', details({ awardTerms: { qualityAssuranceUrl: null } }))).toBe(true);
    expect(isReady('summary', details({}))).toBe(true);
  });
});

it.each([
  ['https://data.europa.eu/esco/skill/1', true],
  ['http://example.org', true],
  ['example.org', false],
  ['javascript:alert(1)', false],
  ['https://', false],
  ['', false],
])('“%s” as an address: %s', (text, expected) => expect(isAddress(text)).toBe(expected));
