import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  canTransition,
  type CredentialAct,
  type CredentialState,
  credentialStates,
  isLive,
  mayAct,
  setsStatusBit,
  stateAfter,
  successorState,
} from './credential-state.js';

const anyState = fc.constantFrom(...credentialStates);
const anyAct = fc.constantFrom<CredentialAct>('suspend', 'reinstate', 'reissue', 'revoke');

describe('the life of a form of a credential', () => {
  it('never lowers a bit of the status list, whatever happens in whatever order', () => {
    fc.assert(
      fc.property(anyState, anyState, (from, to) => !canTransition(from, to) || !setsStatusBit(from) || setsStatusBit(to)),
    );
    fc.assert(
      fc.property(fc.array(anyAct, { maxLength: 12 }), (acts) => {
        const forms: CredentialState[] = ['issued'];
        for (const act of acts) {
          const newest = forms.at(-1) ?? 'issued';
          if (!mayAct(act, newest)) continue;
          const raised = forms.map(setsStatusBit);
          forms[forms.length - 1] = stateAfter(act);
          if (stateAfter(act) === 'superseded') forms.push(successorState(newest, act === 'reinstate'));
          expect(raised.every((was, at) => !was || setsStatusBit(forms[at] ?? 'issued'))).toBe(true);
          expect(forms.slice(0, -1).every((state) => state === 'superseded')).toBe(true);
          expect(forms.filter(isLive).length).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('lets every act lead only where the table leads', () => {
    fc.assert(fc.property(anyAct, anyState, (act, from) => !mayAct(act, from) || canTransition(from, stateAfter(act))));
  });

  it('ends with revocation and with being superseded', () => {
    fc.assert(fc.property(anyState, (state) => !canTransition('revoked', state) && !canTransition('superseded', state)));
    fc.assert(fc.property(anyAct, (act) => !mayAct(act, 'revoked') && !mayAct(act, 'superseded')));
  });

  it('never goes from a state to itself', () => {
    fc.assert(fc.property(anyState, (state) => !canTransition(state, state)));
  });

  it('lifts a suspension by reinstating alone, never by a correction', () => {
    expect(canTransition('suspended', 'issued')).toBe(false);
    expect(successorState('suspended', true)).toBe('issued');
    expect(successorState('suspended', false)).toBe('suspended');
    expect(credentialStates.filter((state) => mayAct('reinstate', state))).toEqual(['suspended']);
  });

  it('shows what is suspended, revoked or superseded as revoked to verifiers, and what expired not', () => {
    expect(credentialStates.filter(setsStatusBit)).toEqual(['suspended', 'superseded', 'revoked']);
  });
});
