import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { JsonObject, JsonValue } from '../../domain/json.js';
import { canonicalJson } from '../jcs.js';
import { publicKeyFromMultibase } from '../keys/keys.js';
import { readProofs } from './proof-shape.js';
import { checkContext } from './verify-context.js';
import { checkProofs } from './verify-proof.js';

// The test vector of the standard (VC Data Integrity EdDSA, "Representation: eddsa-jcs-2022").
const multibase = 'z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2';
const method = `did:key:${multibase}#${multibase}`;
const contexts = ['https://www.w3.org/ns/credentials/v2', 'https://www.w3.org/ns/credentials/examples/v2'];
const unsigned: JsonObject = {
  '@context': contexts,
  id: 'urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33',
  type: ['VerifiableCredential', 'AlumniCredential'],
  name: 'Alumni Credential',
  description: 'A minimum viable example of an Alumni Credential.',
  issuer: 'https://vc.example/issuers/5678',
  validFrom: '2023-01-01T00:00:00Z',
  credentialSubject: { id: 'did:example:abcdefgh', alumniOf: 'The School of Examples' },
};
const proof: JsonObject = {
  type: 'DataIntegrityProof',
  cryptosuite: 'eddsa-jcs-2022',
  created: '2023-02-24T23:36:38Z',
  verificationMethod: method,
  proofPurpose: 'assertionMethod',
  '@context': contexts,
  proofValue: 'z2HnFSSPPBzR36zdDgK8PbEHeXbR56YF24jwMpt3R1eHXQzJDMWS93FCzpvJpwTWd3GAVFuUfjoJdcnTMuVor51aX',
};

async function judge(document: JsonObject): Promise<string> {
  const { proofs, fault } = readProofs(document, { resolve: async () => ({ ok: false, reason: 'none' }), now: new Date() });
  if (fault) return String(fault.reason);
  const key = publicKeyFromMultibase(multibase);
  if (!key) throw new Error('no key');
  const { outcome, reason } = await checkProofs(document, proofs, new Map([[method, key]]));
  return reason ?? outcome;
}

describe('a proof of eddsa-jcs-2022', () => {
  it('holds as the standard has it, in any order of members', async () => {
    expect(await judge({ ...unsigned, proof })).toBe('passed');
    expect(await judge(Object.fromEntries(Object.entries({ ...unsigned, proof: [proof] }).reverse()))).toBe('passed');
  });

  it.each<[string, string, JsonObject]>([
    ['signature-wrong', 'another word', { ...unsigned, proof, name: 'Doctor' }],
    ['signature-wrong', 'a member more', { ...unsigned, proof, surprise: true }],
    ['signature-wrong', 'another date', { ...unsigned, proof: { ...proof, created: '2023-02-24T23:36:39Z' } }],
    [
      'proof-context',
      'a context that was not signed',
      { ...unsigned, '@context': [...contexts, 'https://evil.example/v1'], proof },
    ],
    ['proof-context', 'the contexts turned round', { ...unsigned, '@context': [...contexts].reverse(), proof }],
    ['proof-purpose', 'another purpose', { ...unsigned, proof: { ...proof, proofPurpose: 'authentication' } }],
  ])('is %s with %s', async (expected, _what, document) => {
    expect(await judge(document)).toBe(expected);
  });

  it('may repeat the contexts, which no other part may bring', () => {
    const known = { ...unsigned, '@context': [contexts[0] ?? ''], proof };
    expect(checkContext(known)).toMatchObject({ outcome: 'passed' });
    expect(checkContext({ ...known, proof: { ...proof, cryptosuite: 'eddsa-rdfc-2022' } })).toMatchObject({
      reason: 'context-nested',
    });
    expect(checkContext({ ...known, proof: { ...proof, nested: { '@context': contexts } } })).toMatchObject({
      reason: 'context-nested',
    });
  });
});

describe('canonical JSON', () => {
  it('sorts by UTF-16 code units and writes numbers and escapes as RFC 8785 does', () => {
    const value = {
      '\u20ac': 1,
      '\r': 2,
      '\ufb33': 3,
      '1': 4,
      '\u{1f600}': 5,
      '\u00f6': 6,
      a: [1e21, 4.5, 0.002, 1e-27, '\u000f\n"\\'],
    };
    expect(canonicalJson(value)).toBe(
      '{"\\r":2,"1":4,"a":[1e+21,4.5,0.002,1e-27,"\\u000f\\n\\"\\\\"],"\u00f6":6,"\u20ac":1,"\u{1f600}":5,"\ufb33":3}',
    );
  });

  it('says the same as the value, whatever it is', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value as JsonValue);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(JSON.parse(text) as JsonValue)).toBe(text);
      }),
    );
  });
});
