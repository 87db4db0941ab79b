import { isBlank, isZeroOrMore, repeats } from './content-predicates.js';
import { problem, type PublishingProblem } from './publishing-problem-codes.js';
import type { Matching, MultipleChoice, Numeric, Ordering, Question, ShortText, SingleChoice } from './quiz.js';

/** `question`: all of it, in English. */
interface QuestionName extends Record<string, string | number> {
  question: string;
  number: number;
  activity: string;
}

interface Part {
  id: string;
  text: string;
}

/** `name` is what the texts use; `path` its JSON Pointer. */
export function questionProblems(asked: Question, name: QuestionName, path: string): PublishingProblem[] {
  const problems: PublishingProblem[] = [];
  if (isBlank(asked.prompt)) problems.push(problem('question_prompt_missing', `${path}/prompt`, name));
  if (!isZeroOrMore(asked.points)) problems.push(problem('question_points_malformed', `${path}/points`, name));
  return [...problems, ...answerProblems(asked, name, path)];
}

function answerProblems(asked: Question, name: QuestionName, path: string): PublishingProblem[] {
  switch (asked.type) {
    case 'single':
    case 'multiple':
      return choiceProblems(asked, name, path);
    case 'true-false':
      return [];
    case 'short-text':
      return shortTextProblems(asked, name, path);
    case 'numeric':
      return numericProblems(asked, name, path);
    case 'ordering':
      return orderingProblems(asked, name, path);
    case 'matching':
      return matchingProblems(asked, name, path);
  }
}

function choiceProblems(asked: SingleChoice | MultipleChoice, name: QuestionName, path: string): PublishingProblem[] {
  const problems = partProblems(asked.options, name, `${path}/options`);
  const right = asked.options.filter(({ correct }) => correct).length;
  if (asked.options.length < 2) problems.push(problem('question_too_few_options', `${path}/options`, name));
  if (right === 0) problems.push(problem('question_without_right_answer', `${path}/options`, name));
  if (asked.type === 'single' && right > 1) {
    problems.push(problem('question_several_right_answers', `${path}/options`, name));
  }
  return problems;
}

function shortTextProblems({ accepted }: ShortText, name: QuestionName, path: string): PublishingProblem[] {
  const usable = accepted.some((text) => !isBlank(text));
  return usable ? [] : [problem('question_without_right_answer', `${path}/accepted`, name)];
}

function numericProblems({ answer, tolerance }: Numeric, name: QuestionName, path: string): PublishingProblem[] {
  const problems: PublishingProblem[] = [];
  if (!Number.isFinite(answer)) {
    problems.push(problem('question_without_right_answer', `${path}/answer`, name));
  }
  if (!isZeroOrMore(tolerance)) {
    problems.push(problem('question_tolerance_negative', `${path}/tolerance`, name));
  }
  return problems;
}

function orderingProblems({ items }: Ordering, name: QuestionName, path: string): PublishingProblem[] {
  const tooFew = items.length < 2 ? [problem('question_too_few_items', `${path}/items`, name)] : [];
  return [...tooFew, ...partProblems(items, name, `${path}/items`)];
}

function matchingProblems({ pairs, distractors }: Matching, name: QuestionName, path: string): PublishingProblem[] {
  const rights = [...pairs.map(({ id, right }) => ({ id, text: right })), ...distractors];
  const problems = partProblems(rights, name, `${path}/pairs`);
  if (pairs.length === 0 || rights.length < 2) {
    problems.push(problem('question_too_few_matches', `${path}/pairs`, name));
  }
  // The rights' ids are the lefts' ids and already checked.
  const lefts = pairs.map(({ left }, index) => ({ id: String(index), text: left }));
  return [...problems, ...partProblems(lefts, name, `${path}/pairs`)];
}

/** Two parts that read the same cannot be told apart, though only one of them may be right. */
function partProblems(parts: readonly Part[], name: QuestionName, path: string): PublishingProblem[] {
  const problems: PublishingProblem[] = [];
  if (parts.some(({ text }) => isBlank(text))) problems.push(problem('question_part_empty', path, name));
  const texts = parts.map(({ text }) => text.trim()).filter((text) => text !== '');
  if (repeats(texts).length > 0) problems.push(problem('question_parts_equal', path, name));
  if (repeats(parts.map(({ id }) => id)).length > 0) {
    problems.push(problem('duplicate_id', path, { place: `${name.question}: an option or item` }));
  }
  return problems;
}
