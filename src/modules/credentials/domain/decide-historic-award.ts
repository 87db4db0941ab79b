import { type CredentialState, isLive } from './credential-state.js';

/** What is known when an award from before Cairn is to become a credential. */
export interface HistoricFacts {
  /** The published edition it is of was found. */
  readonly editionKnown: boolean;
  readonly learnerSuspended: boolean;
  /** Every form of every credential that this learner ever had for this edition, oldest first. */
  readonly credentials: readonly { readonly state: CredentialState }[];
  /** Something was planned for this learner and edition and is not signed yet. */
  readonly underWay: boolean;
  /** The office gives an award again that was revoked, and says so. */
  readonly again: boolean;
}

export type HistoricDecision =
  | { readonly decision: 'issue' }
  | { readonly decision: 'wait'; readonly reason: 'learner-suspended' | 'under-way' }
  | {
      readonly decision: 'refuse';
      readonly reason: 'edition-unknown' | 'already-issued' | 'already-revoked' | 'already-expired' | 'not-revoked';
    };

/**
 * Whether an award that an office vouches for becomes a credential. Nothing was assessed here, so no pass is asked for; what is
 * asked is that it is nobody's second. Files are imported more than once, so what was revoked or ran out comes back by no file:
 * only somebody who names the revoked award can give it again.
 */
export function decideHistoricAward({
  editionKnown,
  learnerSuspended,
  credentials,
  underWay,
  again,
}: HistoricFacts): HistoricDecision {
  const newest = credentials.at(-1)?.state;
  if (!editionKnown) return { decision: 'refuse', reason: 'edition-unknown' };
  if (credentials.some(({ state }) => isLive(state))) return { decision: 'refuse', reason: 'already-issued' };
  if (underWay) return { decision: 'wait', reason: 'under-way' };
  if (again && newest !== 'revoked') return { decision: 'refuse', reason: 'not-revoked' };
  if (!again && newest !== undefined) {
    return { decision: 'refuse', reason: newest === 'expired' ? 'already-expired' : 'already-revoked' };
  }
  if (learnerSuspended) return { decision: 'wait', reason: 'learner-suspended' };
  return { decision: 'issue' };
}

/** What was planned for a learner and an edition. */
interface PlannedForm {
  readonly id: string;
  readonly version: number;
  readonly supersedesId: string | null;
}

/** Whether something planned is still to be signed. What was planned beside a form that is stored, or before it, never will be. */
export function isUnderWay(planned: readonly PlannedForm[], held: readonly { readonly id: string }[]): boolean {
  const stored = new Set(held.map(({ id }) => id));
  const newest = Math.max(0, ...planned.filter(({ id }) => stored.has(id)).map(({ version }) => version));
  return planned.some(({ id, version, supersedesId }) => supersedesId === null && !stored.has(id) && version > newest);
}
