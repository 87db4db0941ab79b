export type ClaimRefusal =
  /** One of the two is shut out. */
  | 'suspended'
  /** What they did here already says for ever who did it: it cannot become somebody else's. */
  | 'recorded'
  /** They have an account of their own by now, or came to be somebody else. */
  | 'settled';

/** What becomes of somebody's wish to have an account of their own. */
export type ClaimStep =
  /** Nobody has the address: the guest gets it, and stays who they are. */
  | { step: 'own' }
  /** Somebody has it: who comes by the LMS is them from now on. */
  | { step: 'link' }
  | { step: 'refused'; reason: ClaimRefusal };

export interface ClaimFacts {
  /** Whether who asked is still whom the LMS brings, and has no account. */
  isGuest: boolean;
  isSuspended: boolean;
  /** Whether anything is kept of what they did. */
  hasRecorded: boolean;
  /** Who has the address. */
  holder: { isSuspended: boolean } | null;
}

export function claimStep({ isGuest, isSuspended, hasRecorded, holder }: ClaimFacts): ClaimStep {
  if (!isGuest) return { step: 'refused', reason: 'settled' };
  if (isSuspended || holder?.isSuspended) return { step: 'refused', reason: 'suspended' };
  if (!holder) return { step: 'own' };
  return hasRecorded ? { step: 'refused', reason: 'recorded' } : { step: 'link' };
}
