import { describe, expect, it } from '@jest/globals';
import type { CredentialFacts } from '../../credentials/domain/credential-facts.js';
import { certificateInputs } from './certificate.js';
import { DEFAULT_LOOK } from './look.js';
import { sampleFacts } from './sample-facts.js';

const issuer = { id: 'did:web:riverside.example', name: 'Riverside', url: null, countryCode: 'DE' };
const sample = sampleFacts(issuer, 'https://x.example/credentials/abc', new Date('2026-03-01T10:00:00Z'));
const nothing: CredentialFacts['stated'] = {
  outcomes: [],
  hours: null,
  ects: null,
  ceu: null,
  level: null,
  deliveryMode: null,
  assessment: null,
  qualityAssurance: null,
  prerequisites: null,
};

function printed(change: Partial<CredentialFacts>) {
  const inputs = certificateInputs({ ...sample, ...change }, DEFAULT_LOOK, { badge: '', qr: '', logo: null, signatures: [] });
  const lines = (facts: readonly { term: string; value: string }[]) =>
    Object.fromEntries(facts.map(({ term, value }) => [term, value]));
  return { signed: lines(inputs.facts), unsigned: lines(inputs.unsigned.facts), inputs };
}

describe('A certificate', () => {
  it('tells hours, credits, units and level among what was signed', () => {
    const { signed, unsigned, inputs } = printed({ stated: { ...sample.stated, ceu: 7.5 } });
    expect(signed).toMatchObject({ Workload: '75 hours · 3 ECTS · 7.5 CEU', 'Credits earned': '3 ECTS', Level: 'EQF 6' });
    expect([unsigned, inputs.unsigned.outcomes]).toEqual([{}, []]);
  });

  it('sets apart what only the edition tells', () => {
    const programme = sample.programme && { ...sample.programme, ceu: 7.5 };
    expect(printed({ programme }).unsigned).toEqual({ Workload: '7.5 CEU' });
    const earlier = printed({ programme, stated: nothing });
    expect(earlier.signed).not.toHaveProperty('Workload');
    expect(earlier.unsigned).toMatchObject({ Workload: '75 hours · 3 ECTS · 7.5 CEU', Level: 'EQF 6' });
    expect([earlier.inputs.outcomes, earlier.inputs.unsigned.outcomes]).toEqual([[], sample.programme?.outcomes]);
  });

  it('gives credits the unit that is signed, and none where none is', () => {
    expect(printed({ stated: nothing }).signed).toMatchObject({ 'Credits earned': '3' });
    expect(printed({ credits: 7 }).signed).toMatchObject({ 'Credits earned': '7' });
  });
});
