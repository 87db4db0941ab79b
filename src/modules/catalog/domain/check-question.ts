import { isBlank, isZeroOrMore, repeats } from './content-predicates.js';
import { problem, type PublishingProblem } from './publishing-problem-codes.js';
import type { Matching, MultipleChoice, Numeric, Ordering, Question, ShortText, SingleChoice } from './quiz.js';

interface Part {
  id: string;
  text: string;
}

/** `question` is the name that the texts use; `path` its JSON Pointer. */
export function questionProblems(asked: Question, question: string, path: string): PublishingProblem[] {
  const problems: PublishingProblem[] = [];
  if (isBlank(asked.prompt)) problems.push(problem('question_prompt_missing', `${path}/prompt`, { question }));
  if (!isZeroOrMore(asked.points)) problems.push(problem('question_points_malformed', `${path}/points`, { question }));
  return [...problems, ...answerProblems(asked, question, path)];
}

function answerProblems(asked: Question, question: string, path: string): PublishingProblem[] {
  switch (asked.type) {
    case 'single':
    case 'multiple':
      return choiceProblems(asked, question, path);
    case 'true-false':
      return [];
    case 'short-text':
      return shortTextProblems(asked, question, path);
    case 'numeric':
      return numericProblems(asked, question, path);
    case 'ordering':
      return orderingProblems(asked, question, path);
    case 'matching':
      return matchingProblems(asked, question, path);
  }
}

function choiceProblems(asked: SingleChoice | MultipleChoice, question: string, path: string): PublishingProblem[] {
  const problems = partProblems(asked.options, question, `${path}/options`);
  const right = asked.options.filter(({ correct }) => correct).length;
  if (asked.options.length < 2) problems.push(problem('question_too_few_options', `${path}/options`, { question }));
  if (right === 0) problems.push(problem('question_without_right_answer', `${path}/options`, { question }));
  if (asked.type === 'single' && right > 1) {
    problems.push(problem('question_several_right_answers', `${path}/options`, { question }));
  }
  return problems;
}

function shortTextProblems({ accepted }: ShortText, question: string, path: string): PublishingProblem[] {
  const usable = accepted.some((text) => !isBlank(text));
  return usable ? [] : [problem('question_without_right_answer', `${path}/accepted`, { question })];
}

function numericProblems({ answer, tolerance }: Numeric, question: string, path: string): PublishingProblem[] {
  const problems: PublishingProblem[] = [];
  if (!Number.isFinite(answer)) {
    problems.push(problem('question_without_right_answer', `${path}/answer`, { question }));
  }
  if (!isZeroOrMore(tolerance)) {
    problems.push(problem('question_tolerance_negative', `${path}/tolerance`, { question }));
  }
  return problems;
}

function orderingProblems({ items }: Ordering, question: string, path: string): PublishingProblem[] {
  const tooFew = items.length < 2 ? [problem('question_too_few_items', `${path}/items`, { question })] : [];
  return [...tooFew, ...partProblems(items, question, `${path}/items`)];
}

function matchingProblems({ pairs, distractors }: Matching, question: string, path: string): PublishingProblem[] {
  const rights = [...pairs.map(({ id, right }) => ({ id, text: right })), ...distractors];
  const problems = partProblems(rights, question, `${path}/pairs`);
  if (pairs.length === 0 || rights.length < 2) {
    problems.push(problem('question_too_few_matches', `${path}/pairs`, { question }));
  }
  // The rights' ids are the lefts' ids and already checked.
  const lefts = pairs.map(({ left }, index) => ({ id: String(index), text: left }));
  return [...problems, ...partProblems(lefts, question, `${path}/pairs`)];
}

/** Two parts that read the same cannot be told apart, though only one of them may be right. */
function partProblems(parts: readonly Part[], question: string, path: string): PublishingProblem[] {
  const problems: PublishingProblem[] = [];
  if (parts.some(({ text }) => isBlank(text))) problems.push(problem('question_part_empty', path, { question }));
  const texts = parts.map(({ text }) => text.trim()).filter((text) => text !== '');
  if (repeats(texts).length > 0) problems.push(problem('question_parts_equal', path, { question }));
  if (repeats(parts.map(({ id }) => id)).length > 0) {
    problems.push(problem('duplicate_id', path, { place: `${question}: an option or item` }));
  }
  return problems;
}
