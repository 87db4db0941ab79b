import { isBlank } from './content-predicates.js';
import type { MicroCredentialDraft } from './micro-credential.js';

/** A mandatory element of Council Recommendation 2022/C 243/02, Annex I, that is not known, and what to do about it. */
export interface MissingElement {
  code: 'issuer_country' | 'quality_assurance' | 'learning_outcomes' | 'workload';
  detail: string;
}

const DETAILS: { readonly [code in MissingElement['code']]: string } = {
  issuer_country: 'An administrator states the country of the institution.',
  quality_assurance: 'Say how the quality of the micro-credential is assured.',
  learning_outcomes: 'Add at least one learning outcome.',
  workload: 'State the workload in hours.',
};

type Described = Pick<MicroCredentialDraft, 'outcomes' | 'workload' | 'qualityAssurance'>;

/**
 * The mandatory elements that a badge could not tell. The others are always there: who and what (learner, title, awarding body, date),
 * the level if there is one, and the kind of assessment and participation, which follow from courses, project and delivery.
 */
export function missingElements(described: Described, issuer: { countryCode: string | null }): MissingElement[] {
  const missing: MissingElement['code'][] = [];
  if (issuer.countryCode === null) missing.push('issuer_country');
  if (described.outcomes.every(isBlank)) missing.push('learning_outcomes');
  if (!(described.workload.hours > 0)) missing.push('workload');
  if (isBlank(described.qualityAssurance)) missing.push('quality_assurance');
  return missing.map((code) => ({ code, detail: DETAILS[code] }));
}
