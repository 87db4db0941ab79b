import type { Rubric } from './project.js';
import type { Question, Quiz } from './quiz.js';

/** A value as an author sends it: what has an `id` in the end may come without one. */
export type Unnamed<Value> = Value extends readonly (infer Item)[]
  ? Unnamed<Item>[]
  : Value extends { id: string }
    ? { id?: string } & { [Key in Exclude<keyof Value, 'id'>]: Unnamed<Value[Key]> }
    : Value extends object
      ? { [Key in keyof Value]: Unnamed<Value[Key]> }
      : Value;

/** Gives every pool, question, option, item, pair and distractor without an id one of its own; ids that are there stay. */
export function nameQuizParts(quiz: Unnamed<Quiz>, newId: () => string): Quiz {
  return {
    ...quiz,
    pools: quiz.pools.map((pool) => ({
      ...named(pool, newId),
      questions: pool.questions.map((question) => nameQuestionParts(question, newId)),
    })),
  };
}

/** As `nameQuizParts`, for the criteria of a rubric and their ratings. */
export function nameRubricParts(rubric: Unnamed<Rubric>, newId: () => string): Rubric {
  return {
    ...rubric,
    criteria: rubric.criteria.map((criterion) => ({
      ...named(criterion, newId),
      ratings: criterion.ratings.map((rating) => named(rating, newId)),
    })),
  };
}

function nameQuestionParts(question: Unnamed<Question>, newId: () => string): Question {
  switch (question.type) {
    case 'single':
    case 'multiple':
      return { ...named(question, newId), options: question.options.map((option) => named(option, newId)) };
    case 'ordering':
      return { ...named(question, newId), items: question.items.map((item) => named(item, newId)) };
    case 'matching':
      return {
        ...named(question, newId),
        pairs: question.pairs.map((pair) => named(pair, newId)),
        distractors: question.distractors.map((distractor) => named(distractor, newId)),
      };
    case 'true-false':
    case 'short-text':
    case 'numeric':
      return named(question, newId);
  }
}

function named<Part extends { id?: string }>(part: Part, newId: () => string): Part & { id: string } {
  return { ...part, id: part.id ?? newId() };
}
