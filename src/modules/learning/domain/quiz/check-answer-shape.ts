import type { Answer, Question, Quiz } from '../../../catalog/domain/quiz.js';
import type { DrawnQuestion } from './draw-questions.js';
import { askedQuestions } from './learner-view.js';
import { named, renamed, shownParts } from './shown-parts.js';

export const LONGEST_TEXT_ANSWER = 2000;

export interface AnswerProblem {
  questionId: string;
  code:
    | 'answers_malformed'
    | 'question_not_asked'
    | 'answer_wrong_type'
    | 'answer_malformed'
    | 'answer_unknown_part'
    | 'answer_repeats_part';
  detail: string;
}

/** Answers by question id, with the questions' own part ids: ready to store and to score. */
export type Answers = Readonly<Record<string, Answer>>;

/**
 * Reads what a learner's browser sends: an object of answers by question id, `null` for none, parts under the names they are
 * shown by. Half-done answers (items not yet ordered, lefts not yet matched) are fine. Everything wrong is reported at once.
 */
export function checkAnswerShape(
  quiz: Quiz,
  drawn: readonly DrawnQuestion[],
  sent: unknown,
): { answers: Answers; problems: AnswerProblem[] } {
  if (!isObject(sent)) {
    const detail = 'Send the answers as an object: question id to answer.';
    return { answers: {}, problems: [{ questionId: '', code: 'answers_malformed', detail }] };
  }
  const asked = new Map(askedQuestions(quiz, drawn).map((one) => [one.question.id, one]));
  const problems: AnswerProblem[] = [];
  const answers: [string, Answer][] = [];
  for (const [questionId, value] of Object.entries(sent)) {
    const one = asked.get(questionId);
    if (one === undefined) {
      const detail = 'This attempt does not ask this question.';
      problems.push({ questionId, code: 'question_not_asked', detail });
    } else if (value !== null) {
      const read = readAnswer(one.question, one.drawn, value);
      if ('type' in read) answers.push([questionId, read]);
      else problems.push({ questionId, ...read });
    }
  }
  return { answers: Object.fromEntries(answers), problems };
}

type Refusal = Omit<AnswerProblem, 'questionId'>;

function readAnswer(question: Question, drawn: DrawnQuestion, value: unknown): Answer | Refusal {
  if (!isObject(value) || value.type !== question.type) {
    return { code: 'answer_wrong_type', detail: `Send an answer of the type “${question.type}”, or null.` };
  }
  const answer = parse(question.type, value);
  if (typeof answer === 'string') return { code: 'answer_malformed', detail: answer };

  const { choices, lefts } = shownParts(question, drawn);
  const choiceNames = named(choices, 'shownId', 'ownId');
  const leftNames = named(lefts, 'shownId', 'ownId');
  const { chosen, matched } = partsOf(answer);
  const unknown = [...chosen.filter((id) => !choiceNames.has(id)), ...matched.filter((id) => !leftNames.has(id))];
  if (unknown.length > 0) {
    return { code: 'answer_unknown_part', detail: `The question has no part named “${unknown.join('”, “')}”.` };
  }
  // Two lefts may point at one right: a learner may think so.
  if (answer.type !== 'matching' && new Set(chosen).size < chosen.length) {
    return { code: 'answer_repeats_part', detail: 'Name each part once.' };
  }
  return renamed(answer, choiceNames, leftNames);
}

/** The answer, or what is wrong with it. Reads only the fields it knows. */
function parse(type: Question['type'], value: Record<string, unknown>): Answer | string {
  switch (type) {
    case 'single':
      return typeof value.optionId === 'string' ? { type, optionId: value.optionId } : 'Send `optionId`, a text.';
    case 'multiple':
      return isTexts(value.optionIds) ? { type, optionIds: value.optionIds } : 'Send `optionIds`, a list of texts.';
    case 'true-false':
      return typeof value.value === 'boolean' ? { type, value: value.value } : 'Send `value`, true or false.';
    case 'short-text':
      if (typeof value.text !== 'string') return 'Send `text`, a text.';
      if (value.text.length > LONGEST_TEXT_ANSWER) return `Answer in at most ${LONGEST_TEXT_ANSWER} characters.`;
      return { type, text: value.text };
    case 'numeric':
      return typeof value.value === 'number' && Number.isFinite(value.value)
        ? { type, value: value.value }
        : 'Send `value`, a number.';
    case 'ordering':
      return isTexts(value.itemIds) ? { type, itemIds: value.itemIds } : 'Send `itemIds`, a list of texts.';
    case 'matching':
      return isObject(value.matches) && isTexts(Object.values(value.matches))
        ? { type, matches: value.matches as Record<string, string> }
        : 'Send `matches`, an object: left to right.';
  }
}

function partsOf(answer: Answer): { chosen: string[]; matched: string[] } {
  switch (answer.type) {
    case 'single':
      return { chosen: [answer.optionId], matched: [] };
    case 'multiple':
      return { chosen: answer.optionIds, matched: [] };
    case 'ordering':
      return { chosen: answer.itemIds, matched: [] };
    case 'matching':
      return { chosen: Object.values(answer.matches), matched: Object.keys(answer.matches) };
    default:
      return { chosen: [], matched: [] };
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}
