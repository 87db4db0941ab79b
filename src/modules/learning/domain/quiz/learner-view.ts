import type { Question, Quiz } from '../../../catalog/domain/quiz.js';
import type { DrawnQuestion } from './draw-questions.js';
import { shownParts, type ShownPart } from './shown-parts.js';

/** A part to choose, order or match, under the name used in answers. */
export interface Choice {
  id: string;
  text: string;
}

/** A question without anything that tells its right answer. */
export type LearnerQuestion = {
  id: string;
  /** Markdown. */
  prompt: string;
  points: number;
} & (
  | { type: 'single' | 'multiple'; options: Choice[] }
  | { type: 'true-false' | 'short-text' }
  | { type: 'numeric'; unit: string }
  | { type: 'ordering'; items: Choice[] }
  | { type: 'matching'; lefts: Choice[]; rights: Choice[] }
);

/** What the learner sees while an attempt runs, in the order that was drawn. */
export function learnerView(quiz: Quiz, drawn: readonly DrawnQuestion[]): LearnerQuestion[] {
  return askedQuestions(quiz, drawn).map(({ question, drawn: one }) => learnerQuestion(question, one));
}

/** The drawn questions beside their originals. Editions never change, so a drawn question that is gone is an error. */
export function askedQuestions(quiz: Quiz, drawn: readonly DrawnQuestion[]): { question: Question; drawn: DrawnQuestion }[] {
  const questions = new Map(quiz.pools.flatMap((pool) => pool.questions).map((question) => [question.id, question]));
  return drawn.map((one) => {
    const question = questions.get(one.questionId);
    if (question === undefined) throw new Error(`The attempt asks question ${one.questionId}, which the quiz does not have.`);
    return { question, drawn: one };
  });
}

function learnerQuestion(question: Question, drawn: DrawnQuestion): LearnerQuestion {
  // Named one by one: what an author's question gains later must not reach the learner by itself.
  const { id, prompt, points } = question;
  const { choices, lefts } = shownParts(question, drawn);
  switch (question.type) {
    case 'single':
    case 'multiple':
      return { id, prompt, points, type: question.type, options: choices.map(choice) };
    case 'true-false':
    case 'short-text':
      return { id, prompt, points, type: question.type };
    case 'numeric':
      return { id, prompt, points, type: 'numeric', unit: question.unit };
    case 'ordering':
      return { id, prompt, points, type: 'ordering', items: choices.map(choice) };
    case 'matching':
      return { id, prompt, points, type: 'matching', lefts: lefts.map(choice), rights: choices.map(choice) };
  }
}

function choice({ shownId, text }: ShownPart): Choice {
  return { id: shownId, text };
}
