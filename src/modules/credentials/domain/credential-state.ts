/**
 * The life of a credential. `suspended` can be lifted; `revoked` cannot, because holders and verifiers take revocation as final
 * (Bitstring Status List §2.2). `superseded` means that a newer signing with the same id replaced this one.
 */
export const credentialTransitions = {
  issued: ['suspended', 'revoked', 'superseded', 'expired'],
  suspended: ['issued', 'revoked', 'superseded', 'expired'],
  // A held file of these may still be shown to an employer, so it must remain possible to revoke it.
  superseded: ['revoked'],
  expired: ['revoked'],
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

/** Whether its bit in the status list is set. Open Badges 3.0 has room for one purpose only, so a suspension also reads as revoked. */
export function setsStatusBit(state: CredentialState): boolean {
  return state === 'suspended' || state === 'revoked';
}
