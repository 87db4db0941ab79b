/**
 * The life of one signed form of a credential. What raised its bit in the status list never lowers it again (Bitstring Status List v1.0:
 * a revocation is final), so a suspension is lifted by a new form that supersedes the suspended one (ADR 8).
 */
export const credentialTransitions = {
  issued: ['suspended', 'revoked', 'superseded', 'expired'],
  suspended: ['revoked', 'superseded'],
  expired: ['revoked', 'superseded'],
  // Whoever still shows a form that was replaced is told so already.
  superseded: [],
  revoked: [],
} as const satisfies { readonly [state: string]: readonly string[] };

export type CredentialState = keyof typeof credentialTransitions;

export const credentialStates = Object.keys(credentialTransitions) as readonly CredentialState[];

export function canTransition(from: CredentialState, to: CredentialState): boolean {
  const next: readonly CredentialState[] = credentialTransitions[from];
  return next.includes(to);
}

/** Whether the learner holds it today: no second credential may be issued beside a live one. */
export function isLive(state: CredentialState): boolean {
  return state === 'issued' || state === 'suspended';
}

/** Whether its bit in the status list is set. Open Badges 3.0 has room for one purpose only, so these three read as revoked. */
export function setsStatusBit(state: CredentialState): boolean {
  return state === 'suspended' || state === 'revoked' || state === 'superseded';
}

/** What may be done to the newest form of a credential. */
export type CredentialAct = 'suspend' | 'reinstate' | 'reissue' | 'revoke';

const ACTS: { readonly [act in CredentialAct]: { from: readonly CredentialState[]; becomes: CredentialState } } = {
  suspend: { from: ['issued'], becomes: 'suspended' },
  reinstate: { from: ['suspended'], becomes: 'superseded' },
  reissue: { from: ['issued', 'suspended', 'expired'], becomes: 'superseded' },
  revoke: { from: ['issued', 'suspended', 'expired'], becomes: 'revoked' },
};

export function mayAct(act: CredentialAct, state: CredentialState): boolean {
  return ACTS[act].from.includes(state);
}

/** What the form that it is done to becomes. */
export function stateAfter(act: CredentialAct): CredentialState {
  return ACTS[act].becomes;
}

/** What the form that replaces another begins as: a correction lifts no suspension, and renews nothing that ran out. */
export function successorState(replaced: CredentialState, reinstates: boolean): CredentialState {
  return reinstates ? 'issued' : replaced;
}
