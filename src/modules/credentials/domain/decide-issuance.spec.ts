import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { credentialStates, isLive } from './credential-state.js';
import { type CurrentAssessment, decideIssuance, type IssuanceFacts } from './decide-issuance.js';

const passed: CurrentAssessment = {
  id: 'assessment-of-amira',
  verdict: 'passed',
  final: true,
  assessorEntitled: true,
  assessorIsLearner: false,
};

const amiraPassed: IssuanceFacts = {
  editionKnown: true,
  awardsEnd: false,
  enrollment: 'active',
  requirementsSatisfied: true,
  assessment: passed,
  credentials: [],
  learnerSuspended: false,
};

const anyFacts: fc.Arbitrary<IssuanceFacts> = fc.record({
  editionKnown: fc.boolean(),
  awardsEnd: fc.boolean(),
  enrollment: fc.constantFrom('invited', 'waitlisted', 'active', 'completed', 'withdrawn', 'expired'),
  requirementsSatisfied: fc.boolean(),
  assessment: fc.option(
    fc.record({
      id: fc.constantFrom('first', 'second'),
      verdict: fc.constantFrom('passed', 'returned', 'failed'),
      final: fc.boolean(),
      assessorEntitled: fc.boolean(),
      assessorIsLearner: fc.boolean(),
    }),
  ),
  credentials: fc.array(
    fc.record({ assessmentId: fc.constantFrom('first', 'second'), state: fc.constantFrom(...credentialStates) }),
    {
      maxLength: 3,
    },
  ),
  learnerSuspended: fc.boolean(),
});

describe('deciding whether to issue', () => {
  it('issues when the final assessment passed and everything else is in order', () => {
    expect(decideIssuance(amiraPassed)).toEqual({ decision: 'issue' });
    expect(decideIssuance({ ...amiraPassed, enrollment: 'completed' })).toEqual({ decision: 'issue' });
  });

  it.each<[string, Partial<IssuanceFacts>]>([
    ['learner-suspended', { learnerSuspended: true }],
    ['enrollment-not-active', { enrollment: 'waitlisted' }],
    ['enrollment-expired', { enrollment: 'expired' }],
    ['requirements-unsatisfied', { requirementsSatisfied: false }],
    ['not-assessed', { assessment: null }],
    ['assessment-returned', { assessment: { ...passed, verdict: 'returned' } }],
    ['assessment-not-final', { assessment: { ...passed, final: false } }],
    ['assessment-not-final', { assessment: { ...passed, verdict: 'failed', final: false } }],
    ['earlier-still-valid', { awardsEnd: true, credentials: [{ assessmentId: 'an earlier one', state: 'issued' }] }],
  ])('waits with the reason %s', (reason, change) => {
    expect(decideIssuance({ ...amiraPassed, ...change })).toEqual({ decision: 'wait', reason });
  });

  it.each<[string, Partial<IssuanceFacts>]>([
    ['edition-unknown', { editionKnown: false }],
    ['already-issued', { credentials: [{ assessmentId: 'an earlier one', state: 'issued' }] }],
    ['already-issued', { credentials: [{ assessmentId: passed.id, state: 'suspended' }] }],
    ['already-issued', { awardsEnd: true, credentials: [{ assessmentId: passed.id, state: 'issued' }] }],
    ['already-revoked', { credentials: [{ assessmentId: passed.id, state: 'revoked' }] }],
    ['already-superseded', { credentials: [{ assessmentId: passed.id, state: 'superseded' }] }],
    ['already-expired', { credentials: [{ assessmentId: passed.id, state: 'expired' }] }],
    ['enrollment-withdrawn', { enrollment: 'withdrawn' }],
    ['assessor-is-learner', { assessment: { ...passed, assessorIsLearner: true } }],
    ['assessor-not-entitled', { assessment: { ...passed, assessorEntitled: false } }],
    ['assessment-failed', { assessment: { ...passed, verdict: 'failed' } }],
  ])('refuses with the reason %s', (reason, change) => {
    expect(decideIssuance({ ...amiraPassed, ...change })).toEqual({ decision: 'refuse', reason });
  });

  it('lets a new assessment earn a new credential after a revocation or an expiry', () => {
    const credentials = [
      { assessmentId: 'last year', state: 'expired' as const },
      { assessmentId: 'the disputed one', state: 'revoked' as const },
    ];
    expect(decideIssuance({ ...amiraPassed, credentials })).toEqual({ decision: 'issue' });
  });

  it('never issues without a final verdict of passed by an entitled assessor who is somebody else', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        if (decideIssuance(facts).decision !== 'issue') return;
        expect(facts.assessment).toEqual({ ...passed, id: facts.assessment?.id });
        expect(facts.requirementsSatisfied && facts.editionKnown).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('never issues beside a live credential', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        fc.pre(facts.credentials.some(({ state }) => isLive(state)));
        expect(decideIssuance(facts).decision).not.toBe('issue');
      }),
    );
  });

  it('never issues twice from one assessment, whatever becomes of the first credential', () => {
    fc.assert(
      fc.property(anyFacts, fc.constantFrom(...credentialStates), (facts, state) => {
        if (decideIssuance(facts).decision !== 'issue' || !facts.assessment) return;
        const credentials = [...facts.credentials, { assessmentId: facts.assessment.id, state }];
        expect(decideIssuance({ ...facts, credentials }).decision).toBe('refuse');
      }),
      { numRuns: 2000 },
    );
  });

  it('gives the same answer to the same facts', () => {
    fc.assert(fc.property(anyFacts, (facts) => expect(decideIssuance(facts)).toEqual(decideIssuance(facts))));
  });
});
