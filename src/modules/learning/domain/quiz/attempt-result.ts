import type { Answer, Question, Quiz } from '../../../catalog/domain/quiz.js';
import type { Answers } from './check-answer-shape.js';
import type { DrawnQuestion } from './draw-questions.js';
import { askedQuestions } from './learner-view.js';
import type { AttemptScore, QuestionScore } from './score-attempt.js';
import { shownAnswer } from './shown-parts.js';

export interface AttemptResult extends Omit<AttemptScore, 'questions'> {
  /** Whether right answers and feedback are in here. */
  revealed: boolean;
  questions: QuestionResult[];
}

export interface QuestionResult extends QuestionScore {
  /** What the learner answered, parts under the names they are shown by; `null` without an answer. */
  answer: Answer | null;
  revealed: Revealed | null;
}

export interface Revealed {
  rightAnswer: Answer;
  /** Markdown on what was chosen, one text per chosen option that has any. */
  feedback: string[];
  /** Markdown. */
  explanation: string;
}

/**
 * A submitted attempt as its learner may see it. `passedBefore`: whether another attempt of this learner passed.
 * Points are always told; right answers and feedback only as the author allows.
 */
export function attemptResult(
  quiz: Quiz,
  drawn: readonly DrawnQuestion[],
  answers: Answers,
  score: AttemptScore,
  passedBefore: boolean,
): AttemptResult {
  const revealed = quiz.reveal === 'after-attempt' || (quiz.reveal === 'after-pass' && (score.passed || passedBefore));
  const asked = new Map(askedQuestions(quiz, drawn).map((one) => [one.question.id, one]));
  const questions = score.questions.flatMap((questionScore) => {
    const one = asked.get(questionScore.questionId);
    if (one === undefined) return [];
    const { question } = one;
    const answer = Object.hasOwn(answers, question.id) ? (answers[question.id] ?? null) : null;
    return {
      ...questionScore,
      answer: answer === null ? null : shownAnswer(question, one.drawn, answer),
      revealed: revealed ? reveal(question, one.drawn, answer) : null,
    };
  });
  return { ...score, questions, revealed };
}

function reveal(question: Question, drawn: DrawnQuestion, answer: Answer | null): Revealed {
  return {
    rightAnswer: shownAnswer(question, drawn, rightAnswer(question)),
    feedback: chosenFeedback(question, answer).filter((text) => text.trim() !== ''),
    explanation: question.explanation,
  };
}

/** The answer that earns every point, with the question's own ids. Where several texts are right, the first. */
export function rightAnswer(question: Question): Answer {
  switch (question.type) {
    case 'single':
      return { type: 'single', optionId: question.options.find(({ correct }) => correct)?.id ?? '' };
    case 'multiple':
      return { type: 'multiple', optionIds: question.options.filter(({ correct }) => correct).map(({ id }) => id) };
    case 'true-false':
      return { type: 'true-false', value: question.answer };
    case 'short-text':
      return { type: 'short-text', text: question.accepted.find((text) => text.trim() !== '') ?? '' };
    case 'numeric':
      return { type: 'numeric', value: question.answer };
    case 'ordering':
      return { type: 'ordering', itemIds: question.items.map(({ id }) => id) };
    case 'matching':
      return { type: 'matching', matches: Object.fromEntries(question.pairs.map(({ id }) => [id, id])) };
  }
}

function chosenFeedback(question: Question, answer: Answer | null): string[] {
  if (question.type === 'true-false' && answer?.type === 'true-false') {
    return [answer.value ? question.feedbackTrue : question.feedbackFalse];
  }
  if (question.type !== 'single' && question.type !== 'multiple') return [];
  const chosen = answer?.type === 'single' ? [answer.optionId] : answer?.type === 'multiple' ? answer.optionIds : [];
  return question.options.filter(({ id }) => chosen.includes(id)).map(({ feedback }) => feedback);
}
