import type { List, Paragraph } from 'mdast';
import { parseMarkdown, wordsOf } from '../page/markdown.js';

const NUMBERS = String.raw`[\`(]*(\d+)\.?[\`)]*(?:(?:\s*,\s*|\s*,?\s+and\s+)[\`(]*(\d+)\.?[\`)]*)*`;
/** "The correct answer is 2.", "Answer: 1 and 4", "The solution is `3.`" */
const NAMED = new RegExp(
  String.raw`^(?:the\s+)?(?:correct\s+|right\s+)?(?:answers?|solutions?|options?)(?:\s+(?:is|are)|:)\s+(?:(?:options?|answers?)\s+)?(${NUMBERS})`,
  'i',
);
/** "Option 4 is the solution.", "4 is the correct answer." */
const JUDGED = new RegExp(
  String.raw`^(?:options?\s+|answers?\s+)?(${NUMBERS})\s+(?:is|are)\s+(?:the\s+)?(?:correct|right|solutions?)\b`,
  'i',
);
/** A second option that is right as well, or in part. */
const ALSO = /\b(?:options?|answers?)\s+\d+(?:\s+and\s+\d+)?\s+(?:also|(?:is|are|would)\s+also)\b/i;

const YES = /^yes\b/i;
const NO = /^no\b/i;
const CORRECT = /^(?:this\s+|it\s+)?is\s+(?:the\s+)?correct\b/i;
const INCORRECT = /^(?:this\s+|it\s+)?is\s+(?:not\s+correct|incorrect|wrong)\b/i;

/**
 * Which of `count` numbered options a solution calls right, from 1; `null` unless it says so beyond doubt.
 * It has to open with a sentence that names them, or judge every option in a list of its own; and nothing in it may contradict.
 * English only: in another language nothing is found, which is the safe side.
 */
export function findAnswer(solution: string, count: number): number[] | null {
  const { children } = parseMarkdown(solution);
  const words = children.map(wordsOf);
  const [first] = children;
  const named = first?.type === 'paragraph' ? namedIn(wordsOf(first)) : null;
  const lists = children.filter((child) => child.type === 'list');
  const judged = lists.length === 1 && lists[0] ? judgedIn(lists[0], count) : null;
  const answer = named ?? judged;
  if (answer === null || (named && judged && named.join() !== judged.join())) return null;
  if (words.some((text) => ALSO.test(text))) return null;
  if (children.some((child) => child.type === 'paragraph' && contradicts(child, answer))) return null;
  return answer.every((number) => number >= 1 && number <= count) && answer.length < count ? answer : null;
}

function namedIn(text: string): number[] | null {
  const match = NAMED.exec(text) ?? JUDGED.exec(text);
  return match?.[1] ? [...match[1].matchAll(/\d+/g)].map(([digits]) => Number(digits)) : null;
}

/** A later sentence that calls another option right. */
function contradicts(paragraph: Paragraph, answer: readonly number[]): boolean {
  const sentences = wordsOf(paragraph).split(/(?<=[.!?])\s+/);
  return sentences.some((sentence) => namedIn(sentence)?.some((number) => !answer.includes(number)));
}

/** Either each item begins with yes or no, or exactly one is called correct. */
function judgedIn(list: List, count: number): number[] | null {
  if (!list.ordered || (list.start ?? 1) !== 1 || list.children.length !== count) return null;
  const items = list.children.map((item) => wordsOf(item).trim());
  const numbersOf = (pattern: RegExp): number[] => items.flatMap((item, index) => (pattern.test(item) ? [index + 1] : []));
  const yes = numbersOf(YES);
  const correct = numbersOf(CORRECT);
  const refused = [...numbersOf(NO), ...numbersOf(INCORRECT)];
  if (yes.length > 0) return yes.length + refused.length === count ? yes : null;
  return correct.length === 1 ? correct : null;
}
