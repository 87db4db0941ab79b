import type { FactOutcome } from '../use-cases/write-tellings.js';
import type { FactOutcomeView } from './facts.dto.js';

export function presentFactOutcome(told: FactOutcome): FactOutcomeView {
  const { id, outcome } = told;
  return { id, outcome, refusal: told.outcome === 'refused' ? { key: told.key, words: told.words } : null };
}
