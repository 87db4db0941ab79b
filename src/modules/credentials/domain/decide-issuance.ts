import { type CredentialState, isLive } from './credential-state.js';

/** What is known when somebody asks whether this enrollment has earned its credential. */
export interface IssuanceFacts {
  /** The published edition the learner is on was found. */
  readonly editionKnown: boolean;
  /** Awards of the edition hold for a time, and are earned again. */
  readonly awardsEnd: boolean;
  readonly enrollment: 'invited' | 'waitlisted' | 'active' | 'completed' | 'withdrawn' | 'expired';
  /** Every course and requirement of the edition is satisfied. */
  readonly requirementsSatisfied: boolean;
  /** The newest assessment of the final project; null while there is none. */
  readonly assessment: CurrentAssessment | null;
  /** Every form of every credential that this learner ever had for this edition, oldest first. */
  readonly credentials: readonly EarlierCredential[];
  readonly learnerSuspended: boolean;
}

export interface CurrentAssessment {
  readonly id: string;
  readonly verdict: 'passed' | 'returned' | 'failed';
  /** No second marking or appeal is open on it. */
  readonly final: boolean;
  readonly assessorEntitled: boolean;
  readonly assessorIsLearner: boolean;
}

export interface EarlierCredential {
  readonly assessmentId: string;
  readonly state: CredentialState;
}

export type RefusalReason =
  | 'edition-unknown'
  | 'already-issued'
  | 'already-revoked'
  | 'already-superseded'
  | 'already-expired'
  | 'enrollment-withdrawn'
  | 'assessor-is-learner'
  | 'assessor-not-entitled'
  | 'assessment-failed';

export type WaitReason =
  | 'earlier-still-valid'
  | 'enrollment-not-active'
  | 'enrollment-expired'
  | 'requirements-unsatisfied'
  | 'not-assessed'
  | 'assessment-returned'
  | 'assessment-not-final'
  | 'learner-suspended';

export type IssuanceDecision =
  | { readonly decision: 'issue' }
  | { readonly decision: 'wait'; readonly reason: WaitReason }
  | { readonly decision: 'refuse'; readonly reason: RefusalReason };

/**
 * Whether to issue now. `wait` means that it may come right by itself or with the next step of the learner or the office;
 * `refuse` means that these facts will never lead to a credential. The first reason that holds is given.
 */
export function decideIssuance(facts: IssuanceFacts): IssuanceDecision {
  const refusal = refusalReason(facts);
  if (refusal) return { decision: 'refuse', reason: refusal };
  const delay = waitReason(facts);
  if (delay) return { decision: 'wait', reason: delay };
  return { decision: 'issue' };
}

function refusalReason({
  editionKnown,
  awardsEnd,
  enrollment,
  assessment,
  credentials,
}: IssuanceFacts): RefusalReason | undefined {
  if (!editionKnown) return 'edition-unknown';
  // Who renews in time has two passes and one credential: the new one waits for the end of that.
  const renews = ({ assessmentId }: EarlierCredential) => awardsEnd && assessmentId !== assessment?.id;
  if (credentials.some((one) => isLive(one.state) && !renews(one))) return 'already-issued';
  // One assessment earns one credential: after a revocation or an expiry only a new assessment can earn another.
  const spent = credentials.findLast(({ assessmentId }) => assessmentId === assessment?.id);
  if (spent) return alreadySpent[spent.state];
  if (enrollment === 'withdrawn') return 'enrollment-withdrawn';
  if (assessment?.assessorIsLearner) return 'assessor-is-learner';
  if (assessment && !assessment.assessorEntitled) return 'assessor-not-entitled';
  // An appeal may still turn a verdict that is not final.
  if (assessment?.verdict === 'failed' && assessment.final) return 'assessment-failed';
  return undefined;
}

const alreadySpent: { readonly [state in CredentialState]: RefusalReason } = {
  issued: 'already-issued',
  suspended: 'already-issued',
  revoked: 'already-revoked',
  superseded: 'already-superseded',
  expired: 'already-expired',
};

function waitReason(facts: IssuanceFacts): WaitReason | undefined {
  if (facts.credentials.some(({ state }) => isLive(state))) return 'earlier-still-valid';
  if (facts.learnerSuspended) return 'learner-suspended';
  if (facts.enrollment === 'invited' || facts.enrollment === 'waitlisted') return 'enrollment-not-active';
  if (facts.enrollment === 'expired') return 'enrollment-expired';
  if (!facts.requirementsSatisfied) return 'requirements-unsatisfied';
  if (!facts.assessment) return 'not-assessed';
  if (facts.assessment.verdict === 'returned') return 'assessment-returned';
  if (!facts.assessment.final || facts.assessment.verdict !== 'passed') return 'assessment-not-final';
  return undefined;
}
