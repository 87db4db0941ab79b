import { describe, expect, it } from '@jest/globals';
import { type ClaimFacts, claimStep } from './claim-step.js';

const facts: ClaimFacts = { isGuest: true, isSuspended: false, hasRecorded: false, holder: null };
const holder = { isSuspended: false };

describe('Somebody who comes by an LMS and wants an account', () => {
  it('gets one where nobody has the address, whatever they did before', () => {
    expect(claimStep(facts)).toEqual({ step: 'own' });
    expect(claimStep({ ...facts, hasRecorded: true })).toEqual({ step: 'own' });
  });

  it('becomes who has the address, as long as nothing is recorded of them', () => {
    expect(claimStep({ ...facts, holder })).toEqual({ step: 'link' });
    expect(claimStep({ ...facts, holder, hasRecorded: true })).toEqual({ step: 'refused', reason: 'recorded' });
  });

  it.each([
    ['they are suspended', { isSuspended: true }],
    ['they are suspended and somebody has the address', { isSuspended: true, holder }],
    ['who has the address is suspended', { holder: { isSuspended: true } }],
  ])('is refused where %s', (_, other) => {
    expect(claimStep({ ...facts, ...other })).toEqual({ step: 'refused', reason: 'suspended' });
  });

  it('is refused once they have one', () => {
    expect(claimStep({ ...facts, isGuest: false, holder })).toEqual({ step: 'refused', reason: 'settled' });
  });
});
