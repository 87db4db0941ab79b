import { learningAccess } from '../domain/learning-access.js';
import type { QuestionResult } from '../domain/quiz/attempt-result.js';
import type { QuizTexts } from '../use-cases/quiz-texts.js';
import type { ShownAttempt } from '../use-cases/read-attempt.js';
import type { QuestionResultView, QuizAttemptView, QuizResultView } from './quiz-attempt.dto.js';

export function presentQuizAttempt(shown: ShownAttempt, texts: QuizTexts): QuizAttemptView {
  const { attempt, state, secondsLeft, questions, answers, own, learner } = shown;
  const writable = own && learningAccess(learner.standing.state).write;
  return {
    id: attempt.id,
    enrollmentId: attempt.enrollmentId,
    activityId: attempt.activityId,
    number: attempt.number,
    state,
    startedAt: attempt.startedAt.toISOString(),
    dueAt: attempt.dueAt?.toISOString() ?? null,
    secondsLeft,
    submittedAt: attempt.submittedAt?.toISOString() ?? null,
    revision: attempt.revision,
    questions: questions.map(({ prompt, ...question }) => ({ ...question, promptHtml: texts.html(prompt) })),
    answers,
    result: presentResult(shown, texts),
    can: { save: writable && state === 'running', submit: writable && state !== 'submitted' },
  };
}

function presentResult({ result }: ShownAttempt, texts: QuizTexts): QuizResultView | null {
  if (!result) return null;
  const { points, maxPoints, share, passed, questions } = result;
  return { points, maxPoints, share, passed, questions: questions.map((question) => presentQuestion(question, texts)) };
}

function presentQuestion({ questionId, points, maxPoints, revealed }: QuestionResult, texts: QuizTexts): QuestionResultView {
  return {
    questionId,
    points,
    maxPoints,
    revealed: revealed && {
      rightAnswer: revealed.rightAnswer,
      feedbackHtml: revealed.feedback.map((text) => texts.html(text)),
      explanationHtml: texts.html(revealed.explanation),
    },
  };
}
