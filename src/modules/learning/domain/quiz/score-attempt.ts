import type { Quiz } from '../../../catalog/domain/quiz.js';
import type { Answers } from './check-answer-shape.js';
import type { DrawnQuestion } from './draw-questions.js';
import { askedQuestions } from './learner-view.js';
import { scoreAnswer } from './score-answer.js';

export interface QuestionScore {
  questionId: string;
  points: number;
  maxPoints: number;
}

export interface AttemptScore {
  points: number;
  maxPoints: number;
  /** 0–1. */
  share: number;
  passed: boolean;
  /** In the order asked. */
  questions: QuestionScore[];
}

/** What an attempt earns; stored with it, because a score once given does not change. */
export function scoreAttempt(quiz: Quiz, drawn: readonly DrawnQuestion[], answers: Answers): AttemptScore {
  const questions = askedQuestions(quiz, drawn).map(({ question }) => ({
    questionId: question.id,
    points: scoreAnswer(question, Object.hasOwn(answers, question.id) ? (answers[question.id] ?? null) : null),
    maxPoints: question.points,
  }));
  const points = questions.reduce((sum, question) => sum + question.points, 0);
  const maxPoints = questions.reduce((sum, question) => sum + question.maxPoints, 0);
  const share = maxPoints > 0 ? Math.min(1, points / maxPoints) : 0;
  // The slack forgives sums such as 0.1 + 0.2 of 0.3.
  return { points, maxPoints, share, passed: share + 1e-9 >= quiz.passMark, questions };
}
