import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type CredentialState, credentialStates, isLive } from './credential-state.js';
import { decideHistoricAward, isUnderWay, type HistoricFacts } from './decide-historic-award.js';

const leasAward: HistoricFacts = {
  editionKnown: true,
  learnerSuspended: false,
  credentials: [],
  underWay: false,
  again: false,
};
const held = (...states: CredentialState[]) => states.map((state) => ({ state }));

const anyFacts: fc.Arbitrary<HistoricFacts> = fc.record({
  editionKnown: fc.boolean(),
  learnerSuspended: fc.boolean(),
  credentials: fc.array(fc.record({ state: fc.constantFrom(...credentialStates) }), { maxLength: 3 }),
  underWay: fc.boolean(),
  again: fc.boolean(),
});

describe('deciding about an award from before', () => {
  it('issues what an office vouches for', () => {
    expect(decideHistoricAward(leasAward)).toEqual({ decision: 'issue' });
  });

  it('issues again what was revoked, when somebody says so', () => {
    const credentials = held('superseded', 'revoked');
    expect(decideHistoricAward({ ...leasAward, credentials, again: true })).toEqual({ decision: 'issue' });
  });

  it.each<[string, string, Partial<HistoricFacts>]>([
    ['refuse', 'edition-unknown', { editionKnown: false }],
    ['refuse', 'already-issued', { credentials: held('issued') }],
    ['refuse', 'already-issued', { credentials: held('revoked', 'suspended') }],
    ['refuse', 'already-issued', { credentials: held('issued'), again: true }],
    ['refuse', 'already-revoked', { credentials: held('revoked') }],
    ['refuse', 'already-expired', { credentials: held('expired') }],
    ['refuse', 'not-revoked', { again: true }],
    ['refuse', 'not-revoked', { credentials: held('expired'), again: true }],
    ['wait', 'under-way', { underWay: true }],
    ['wait', 'learner-suspended', { learnerSuspended: true }],
    ['wait', 'learner-suspended', { learnerSuspended: true, credentials: held('revoked'), again: true }],
  ])('%ss with the reason %s', (decision, reason, change) => {
    expect(decideHistoricAward({ ...leasAward, ...change })).toEqual({ decision, reason });
  });

  it('never issues beside a live credential or one that is being made', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        fc.pre(facts.underWay || facts.credentials.some(({ state }) => isLive(state)));
        expect(decideHistoricAward(facts).decision).not.toBe('issue');
      }),
    );
  });

  it('never issues a second one from a file, whatever became of the first', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        fc.pre(!facts.again && facts.credentials.length > 0);
        expect(decideHistoricAward(facts).decision).not.toBe('issue');
      }),
    );
  });
});

describe('what was planned', () => {
  const form = (id: string, version: number, supersedesId: string | null = null) => ({ id, version, supersedesId });

  it('is under way until it is stored, after what was stored before', () => {
    expect(isUnderWay([form('a', 1)], [])).toBe(true);
    expect(isUnderWay([form('a', 1)], [{ id: 'a' }])).toBe(false);
    expect(isUnderWay([form('a', 1), form('b', 2)], [{ id: 'a' }])).toBe(true);
  });

  it('is not where another one was stored instead, nor where it only supersedes', () => {
    expect(isUnderWay([form('a', 1), form('b', 1)], [{ id: 'b' }])).toBe(false);
    expect(isUnderWay([form('a', 1), form('b', 2, 'a')], [{ id: 'a' }])).toBe(false);
  });
});
