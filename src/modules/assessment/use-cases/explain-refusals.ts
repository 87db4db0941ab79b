import type { SubmitRefusal, WithdrawRefusal } from '../domain/attempt-rules.js';
import type { CorrectionRefusal, VerdictRefusal } from '../domain/verdict-rules.js';

type Words<Refusal extends { key: string }> = { [Key in Refusal['key']]: (refusal: Extract<Refusal, { key: Key }>) => string };

const SUBMIT: Words<SubmitRefusal> = {
  enrollment_not_active: ({ state }) => `Your place in this offering is ${state}.`,
  project_locked: () => 'The project is still locked: finish what comes before it.',
  already_passed: () => 'You have passed already.',
  attempt_failed: () => 'Your last attempt was failed; there is no further one.',
  attempt_pending: () => 'Your last attempt is waiting for its verdict.',
  no_attempts_left: ({ attemptLimit }) => `All ${attemptLimit} attempts are used.`,
  deadline_passed: ({ secondsLate }) => `The deadline passed ${Math.ceil(secondsLate / 60)} minutes ago. Ask for an extension.`,
};

const WITHDRAW: Words<WithdrawRefusal> = {
  already_withdrawn: () => 'The attempt was taken back already.',
  already_graded: () => 'The attempt has its verdict.',
  grading_started: ({ at }) => `An assessor began to grade it at ${at.toISOString()}.`,
};

const VERDICT: Words<VerdictRefusal> = {
  criteria_missing: ({ criterionIds }) => `Rate every criterion: ${criterionIds.length} are missing.`,
  ratings_unknown: ({ criterionIds }) => `These criteria or ratings are not in the rubric: ${criterionIds.join(', ')}.`,
  points_below_pass: ({ points, passPoints }) => `${points} points do not pass; ${passPoints} are needed.`,
  criteria_below_must_pass: ({ criterionIds }) => `${criterionIds.length} criteria must be reached and are not.`,
  rubric_passes: () => 'By the rubric this work passes.',
  feedback_missing: () => 'Tell the learner what to change.',
  no_attempts_left: () => 'The learner has no attempt left to return it for.',
};

const CORRECTION: Words<CorrectionRefusal> = {
  reason_missing: () => 'Say why the verdict is corrected.',
  nothing_changed: () => 'The correction changes nothing.',
  own_verdict_appealed: () => 'Somebody else decides an appeal against your verdict.',
};

/** Looks the sentence up and fills it in; the key travels beside it for other languages. */
function explain<Refusal extends { key: string }>(words: Words<Refusal>, refusal: Refusal): string {
  const sentence = words[refusal.key as Refusal['key']] as (refusal: Refusal) => string;
  return sentence(refusal);
}

export const explainSubmitRefusal = (refusal: SubmitRefusal) => explain(SUBMIT, refusal);
export const explainWithdrawRefusal = (refusal: WithdrawRefusal) => explain(WITHDRAW, refusal);
export const explainVerdictRefusal = (refusal: VerdictRefusal) => explain(VERDICT, refusal);
export const explainCorrectionRefusal = (refusal: CorrectionRefusal) => explain(CORRECTION, refusal);
