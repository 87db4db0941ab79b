import { factRefusalWords } from '../domain/admit-facts.js';
import { lockReasonWords } from '../domain/lock-reason-words.js';
import { courseTitles } from '../use-cases/learner.js';
import type { FactOutcome } from '../use-cases/tell-facts.js';
import type { FactOutcomeView } from './facts.dto.js';

export function presentFactOutcome(told: FactOutcome): FactOutcomeView {
  if (told.outcome !== 'refused') return { id: told.id, outcome: told.outcome, refusal: null };
  const { refusal, learner } = told;
  const { standing, edition } = learner;
  const words =
    refusal.key === 'course_locked'
      ? refusal.reasons.map((reason) => lockReasonWords(reason, courseTitles(edition), standing.timeZone)).join(' ')
      : factRefusalWords(refusal);
  return { id: told.id, outcome: 'refused', refusal: { key: refusal.key, words } };
}
