import type { Answer, Question } from '../../../catalog/domain/quiz.js';

type Type = Question['type'];
type QuestionOf<T extends Type> = Extract<Question, { type: T }>;
type AnswerOf<T extends Type> = Extract<Answer, { type: T }>;

/** How right an answer is, 0–1. */
type Scorer<T extends Type> = (question: QuestionOf<T>, answer: AnswerOf<T>) => number;

/** One scorer per question type. A new type without a scorer does not compile. */
const scorers: { [T in Type]: Scorer<T> } = {
  single: ({ options }, { optionId }) => rightOrWrong(options.some(({ id, correct }) => correct && id === optionId)),

  multiple: ({ options, credit }, { optionIds }) => {
    const chosen = new Set(optionIds);
    const right = options.filter(({ id, correct }) => correct && chosen.has(id)).length;
    const wrong = options.filter(({ id, correct }) => !correct && chosen.has(id)).length;
    const rightInAll = options.filter(({ correct }) => correct).length;
    return credited(credit, right - wrong, rightInAll);
  },

  'true-false': ({ answer }, { value }) => rightOrWrong(answer === value),

  'short-text': ({ accepted, caseSensitive }, { text }) => {
    const folded = foldText(text, caseSensitive);
    return rightOrWrong(folded !== '' && accepted.some((one) => foldText(one, caseSensitive) === folded));
  },

  numeric: ({ answer, tolerance }, { value }) => {
    // 1.1 lies within 0.1 of 1, although binary fractions say 0.10000000000000009.
    const slack = 4 * Number.EPSILON * Math.max(Math.abs(answer), Math.abs(value));
    return rightOrWrong(Math.abs(value - answer) <= tolerance + slack);
  },

  ordering: ({ items, credit }, { itemIds }) => {
    // Pairs in the right order minus pairs in the wrong one: swapped neighbours cost little, a guess earns next to nothing.
    const place = new Map(itemIds.map((id, index) => [id, index]));
    const places = items.map(({ id }) => place.get(id) ?? null);
    const pairs = places.flatMap((earlier, index) => places.slice(index + 1).map((later) => ordered(earlier, later)));
    return credited(
      credit,
      pairs.reduce((sum, pair) => sum + pair, 0),
      pairs.length,
    );
  },

  matching: ({ pairs, credit }, { matches }) => {
    const right = pairs.filter(({ id }) => matches[id] === id).length;
    return credited(credit, right, pairs.length);
  },
};

/**
 * The points an answer earns: zero to the question's points; `null` (not answered) earns none.
 * Throws when the answer belongs to another type of question, which `checkAnswerShape` refuses before it is stored.
 */
export function scoreAnswer(question: Question, answer: Answer | null): number {
  if (answer === null) return 0;
  if (answer.type !== question.type) {
    throw new Error(`Question ${question.id} is ${question.type} but its answer is ${answer.type}.`);
  }
  const score = scorers[question.type] as Scorer<Type>;
  return question.points * score(question, answer);
}

function rightOrWrong(right: boolean): number {
  return right ? 1 : 0;
}

function credited(credit: 'all-or-nothing' | 'partial', earned: number, possible: number): number {
  if (earned >= possible) return possible > 0 ? 1 : 0;
  return credit === 'partial' ? Math.max(0, earned / possible) : 0;
}

/** 1 in the right order, -1 in the wrong one, 0 while one of the two has no place yet. */
function ordered(earlier: number | null, later: number | null): number {
  if (earlier === null || later === null) return 0;
  return earlier < later ? 1 : -1;
}

/** White space is folded, and letters written in two ways (`é` as one sign or two) are made alike. */
function foldText(text: string, caseSensitive: boolean): string {
  const folded = text.normalize('NFC').replaceAll(/\s+/g, ' ').trim();
  return caseSensitive ? folded : folded.toLowerCase();
}
