import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canTransition, credentialStates, isLive, setsStatusBit } from './credential-state.js';

const anyState = fc.constantFrom(...credentialStates);

describe('the life of a credential', () => {
  it('lets an issued credential be suspended and the suspension be lifted', () => {
    expect(canTransition('issued', 'suspended')).toBe(true);
    expect(canTransition('suspended', 'issued')).toBe(true);
  });

  it('ends with revocation, whatever came before', () => {
    fc.assert(fc.property(anyState, (state) => canTransition(state, 'revoked') === (state !== 'revoked')));
    fc.assert(fc.property(anyState, (state) => !canTransition('revoked', state)));
  });

  it('never goes from a state to itself', () => {
    fc.assert(fc.property(anyState, (state) => !canTransition(state, state)));
  });

  it('never makes a superseded or expired credential live again', () => {
    fc.assert(
      fc.property(
        anyState,
        (state) => !(isLive(state) && (canTransition('superseded', state) || canTransition('expired', state))),
      ),
    );
  });

  it('shows a suspended credential as revoked to verifiers, and an expired one not', () => {
    expect(credentialStates.filter(setsStatusBit)).toEqual(['suspended', 'revoked']);
  });
});
