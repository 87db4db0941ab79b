import type { Quiz } from '../../../catalog/domain/quiz.js';

export type { Answer, Quiz } from '../../../catalog/domain/quiz.js';

/** What a learner is told about a quiz before it starts. */
export interface QuizRules {
  /** How many questions an attempt asks. */
  questions: number;
  /** 0–1 of the points. */
  passMark: number;
  /** `null`: as often as the learner likes. */
  attemptLimit: number | null;
  /** For this learner, with their accommodation; `null`: no limit. */
  timeLimitSeconds: number | null;
  reveal: Quiz['reveal'];
}

/** `timeFactor` is the learner's standing accommodation, never less than 1. */
export function quizRules({ pools, passMark, attemptLimit, timeLimitSeconds, reveal }: Quiz, timeFactor: number): QuizRules {
  return {
    questions: pools.reduce((sum, { draw, questions }) => sum + Math.min(draw ?? questions.length, questions.length), 0),
    passMark,
    attemptLimit,
    timeLimitSeconds: timeLimitSeconds === null ? null : Math.floor(timeLimitSeconds * Math.max(1, timeFactor)),
    reveal,
  };
}
