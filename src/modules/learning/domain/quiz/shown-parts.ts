import type { Answer, Question } from '../../../catalog/domain/quiz.js';
import type { DrawnQuestion } from './draw-questions.js';

/**
 * A part under the name that the learner knows it by: its place in the order shown. An author's ids are never shown, because
 * a right and its left share one, and because imported questions tend to number the right option first.
 */
export interface ShownPart {
  shownId: string;
  ownId: string;
  text: string;
}

export interface ShownParts {
  /** Options, items to put in order, or rights to choose from. */
  choices: ShownPart[];
  /** What is matched, in the author's order; empty but for matching. */
  lefts: ShownPart[];
}

export function shownParts(question: Question, { partIds }: DrawnQuestion): ShownParts {
  const texts = partTexts(question);
  return {
    choices: partIds.map((ownId, index) => ({ shownId: `part-${index + 1}`, ownId, text: texts.get(ownId) ?? '' })),
    lefts: question.type === 'matching' ? question.pairs.map(shownLeft) : [],
  };
}

function shownLeft({ id, left }: { id: string; left: string }, index: number): ShownPart {
  return { shownId: `left-${index + 1}`, ownId: id, text: left };
}

function partTexts(question: Question): ReadonlyMap<string, string> {
  switch (question.type) {
    case 'single':
    case 'multiple':
      return new Map(question.options.map(({ id, text }) => [id, text]));
    case 'ordering':
      return new Map(question.items.map(({ id, text }) => [id, text]));
    case 'matching':
      return new Map([
        ...question.pairs.map(({ id, right }): [string, string] => [id, right]),
        ...question.distractors.map(({ id, text }): [string, string] => [id, text]),
      ]);
    default:
      return new Map();
  }
}

/** An answer with the question's own ids, as it is stored, under the names that the learner knows: to show it again. */
export function shownAnswer(question: Question, drawn: DrawnQuestion, answer: Answer): Answer {
  const { choices, lefts } = shownParts(question, drawn);
  return renamed(answer, named(choices, 'ownId', 'shownId'), named(lefts, 'ownId', 'shownId'));
}

type Names = ReadonlyMap<string, string>;

export function named(parts: readonly ShownPart[], from: 'ownId' | 'shownId', to: 'ownId' | 'shownId'): Names {
  return new Map(parts.map((part) => [part[from], part[to]]));
}

/** The same answer under other names; parts without one are left out. */
export function renamed(answer: Answer, choices: Names, lefts: Names): Answer {
  const rename = (ids: readonly string[]) => ids.flatMap((id) => choices.get(id) ?? []);
  switch (answer.type) {
    case 'single':
      return { type: 'single', optionId: choices.get(answer.optionId) ?? '' };
    case 'multiple':
      return { type: 'multiple', optionIds: rename(answer.optionIds) };
    case 'ordering':
      return { type: 'ordering', itemIds: rename(answer.itemIds) };
    case 'matching': {
      const matches = Object.entries(answer.matches).flatMap(([left, right]) => {
        const [leftName, rightName] = [lefts.get(left), choices.get(right)];
        return leftName === undefined || rightName === undefined ? [] : [[leftName, rightName] as const];
      });
      return { type: 'matching', matches: Object.fromEntries(matches) };
    }
    default:
      return answer;
  }
}
