import type { View } from '../../../api/client';
import type { Question } from '../types';
import { formulaText } from './formula-text';

export type PublishingProblem = View<'PublishingProblemView'>;

/** What stands against publishing inside one activity, with paths that begin at its body. */
export function problemsOfBody(
  problems: readonly PublishingProblem[],
  courseIndex: number,
  activityIndex: number,
): PublishingProblem[] {
  const prefix = `/courses/${courseIndex}/activities/${activityIndex}/`;
  return problems
    .filter(({ path }) => path.startsWith(prefix))
    .map((one) => ({ ...one, path: one.path.slice(prefix.length - 1) }));
}

/** What is wrong with one question of a quiz, with paths that begin at the question. */
export function problemsOfQuestion(problems: readonly PublishingProblem[], pool: number, question: number): PublishingProblem[] {
  const prefix = `/body/quiz/pools/${pool}/questions/${question}`;
  return problems
    .filter(({ path }) => path === prefix || path.startsWith(`${prefix}/`))
    .map((one) => ({ ...one, path: one.path.slice(prefix.length) }));
}

/** The parts that a problem of the whole list is about: those without text, or those that read as one before them. */
export function partsAtFault(code: string, texts: readonly string[]): Set<number> {
  const trimmed = texts.map((text) => text.trim());
  const atFault = (index: number, text: string) =>
    code === 'question_part_empty'
      ? text === ''
      : code === 'question_parts_equal' && text !== '' && trimmed.indexOf(text) < index;
  return new Set(trimmed.flatMap((text, index) => (atFault(index, text) ? [index] : [])));
}

/** As on pages: something other than a space stands inside of the signs, and no digit behind them, so that `$5` stays money. */
const FORMULA = /(?<!\\)(\$\$?)(?=\S)((?:\\.|[^$\\])+?)(?<=\S)\1(?!\d)/gs;

/** The beginning of a question, in one line and without marks, for a list; formulas as one reads them. */
export function shortPrompt({ prompt }: Pick<Question, 'prompt'>, most = 80): string {
  const parts: string[] = [];
  let end = 0;
  for (const found of prompt.matchAll(FORMULA)) {
    parts.push(withoutMarks(prompt.slice(end, found.index)), formulaText(found[2] ?? ''));
    end = found.index + found[0].length;
  }
  const line = [...parts, withoutMarks(prompt.slice(end))].join('').replaceAll(/\s+/g, ' ').trim();
  return line.length > most ? `${line.slice(0, most - 1).trimEnd()}…` : line;
}

function withoutMarks(text: string): string {
  return text.replaceAll(/\\(?=\$)|[*_`#>]|!?\[|\]\([^)]*\)/g, '');
}
