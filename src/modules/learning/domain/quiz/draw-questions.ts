import type { Question, QuestionPool, Quiz } from '../../../catalog/domain/quiz.js';
import { seededShuffle, type Shuffle } from './seeded-shuffle.js';

/** A question as one attempt asks it. Stored with the attempt: the order stays when the page is opened again. */
export interface DrawnQuestion {
  questionId: string;
  /**
   * The question's own part ids in the order shown: options, items to put in order, or the rights and distractors to match.
   * Empty for questions without parts.
   */
  partIds: string[];
}

/** The questions of one attempt. The same quiz and seed give the same draw; `seed` must be unguessable and stay on the server. */
export function drawQuestions(quiz: Quiz, seed: string): DrawnQuestion[] {
  const shuffle = seededShuffle(seed);
  const drawn = quiz.pools.flatMap((pool) => drawFromPool(pool, shuffle));
  const ordered = quiz.shuffleQuestions ? shuffle(drawn, 'questions') : drawn;
  return ordered.map((question) => ({ questionId: question.id, partIds: shownOrder(question, shuffle) }));
}

/** What is drawn keeps the author's order; only `shuffleQuestions` mixes it. */
function drawFromPool({ id, draw, questions }: QuestionPool, shuffle: Shuffle): Question[] {
  if (draw === null) return questions;
  const chosen = new Set(shuffle(questions, `pool ${id}`).slice(0, draw));
  return questions.filter((question) => chosen.has(question));
}

function shownOrder(question: Question, shuffle: Shuffle): string[] {
  const purpose = `parts ${question.id}`;
  switch (question.type) {
    case 'single':
    case 'multiple': {
      const ids = question.options.map(({ id }) => id);
      return question.shuffleOptions ? shuffle(ids, purpose) : ids;
    }
    // The author's order is the right answer of these two, so they are always mixed.
    case 'ordering':
      return shuffle(
        question.items.map(({ id }) => id),
        purpose,
      );
    case 'matching':
      return shuffle(
        [...question.pairs, ...question.distractors].map(({ id }) => id),
        purpose,
      );
    default:
      return [];
  }
}
