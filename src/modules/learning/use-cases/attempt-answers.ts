import { Problem } from '../../../platform/http/problem.js';
import { invalidFields, versionChanged } from '../../../platform/http/problems.js';
import { type Answers, checkAnswerShape } from '../domain/quiz/check-answer-shape.js';
import { askedQuestions } from '../domain/quiz/learner-view.js';
import { shownAnswer } from '../domain/quiz/shown-parts.js';
import type { LoadedAttempt } from './attempts.js';

/** What is saved, under the names that the learner knows the parts by. */
export function shownAnswers({ attempt, quiz, drawn }: LoadedAttempt): Answers {
  return Object.fromEntries(
    askedQuestions(quiz, drawn).flatMap(({ question, drawn: one }) => {
      const answer = Object.hasOwn(attempt.answers, question.id) ? attempt.answers[question.id] : undefined;
      return answer === undefined ? [] : [[question.id, shownAnswer(question, one, answer)]];
    }),
  );
}

/** What a learner sent, to be stored. Throws `request.invalid_fields` naming each answer that cannot be used. */
export function readAnswers({ quiz, drawn }: LoadedAttempt, sent: unknown): Answers {
  const { answers, problems } = checkAnswerShape(quiz, drawn, sent);
  if (problems.length === 0) return answers;
  throw new Problem(invalidFields, {
    errors: problems.map(({ questionId, code, detail }) => ({
      field: questionId === '' ? 'answers' : `answers.${questionId}`,
      code,
      detail,
    })),
  });
}

/** Somebody saved meanwhile; told with what is saved now, so that nothing is overwritten unseen. */
export function staleAnswers(loaded: LoadedAttempt): Problem {
  return new Problem(versionChanged, {
    detail: 'The answers were saved from somewhere else since. Look at them, and save again.',
    facts: { revision: loaded.attempt.revision, answers: shownAnswers(loaded) },
  });
}
