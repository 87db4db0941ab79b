import type { ActivityBody } from '../activity.js';
import type { FieldChange } from './list-diff.js';
import { questionsText } from './questions-text.js';
import { type Run, wordDiff } from './word-diff.js';

/** A change as people read it. */
export interface ToldField {
  /** A path such as `workload.hours`. */
  field: string;
  /** Of numbers, codes and yes or no; null where there was nothing, and for texts. */
  before: string | null;
  after: string | null;
  /** Of texts; lists are told a line for each item. */
  words: ToldRun[] | null;
}

/** `gap`: here stands much that both have. */
export type ToldRun = Run | { kind: 'gap'; text: '' };

/** Strings that name something instead of saying it. */
const CODES = new Set(['language', 'deliveryMode', 'supervision', 'reveal', 'kind', 'framework', 'fileId', 'badgeImageFileId']);
const MOST_SHOWN = 240;
const SHOWN_AROUND = 100;

export function toldFields(changes: readonly FieldChange[]): ToldField[] {
  return changes.flatMap(({ field, before, after }) =>
    field === 'body'
      ? tellParts('', partsOf(before as ActivityBody | undefined), partsOf(after as ActivityBody | undefined))
      : tell(field, before, after),
  );
}

function tell(field: string, before: unknown, after: unknown): ToldField[] {
  if (isParts(before) || isParts(after)) {
    return tellParts(`${field}.`, isParts(before) ? before : {}, isParts(after) ? after : {});
  }
  const isText = [before, after].some((value) => Array.isArray(value) || (typeof value === 'string' && !isCode(field)));
  if (!isText) {
    const [old, next] = [scalar(before), scalar(after)];
    return old === next ? [] : [{ field, before: old, after: next, words: null }];
  }
  const words = wordDiff(textOf(before), textOf(after));
  return words.every(({ kind }) => kind === 'same')
    ? []
    : [{ field, before: null, after: null, words: words.flatMap(shortened) }];
}

function tellParts(
  prefix: string,
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): ToldField[] {
  const names = [...new Set([...Object.keys(after), ...Object.keys(before)])];
  return names.flatMap((name) => tell(prefix + name, before[name], after[name]));
}

/** The parts of a body that an author knows by name. */
function partsOf(body: ActivityBody | undefined): Record<string, unknown> {
  switch (body?.kind) {
    case undefined:
      return {};
    case 'page':
      return {
        kind: 'page',
        markdown: body.markdown,
        objectives: body.objectives,
        pictures: Object.keys(body.assets).toSorted(),
      };
    case 'quiz': {
      const { pools, ...settings } = body.quiz;
      return { kind: 'quiz', ...settings, questions: questionsText(pools) };
    }
    default:
      return { ...body };
  }
}

function isParts(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isCode(field: string): boolean {
  return CODES.has(field.slice(field.lastIndexOf('.') + 1));
}

function scalar(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map((item) => leaves(item).join(' · ')).join('\n');
  return scalar(value) ?? '';
}

/** All that an item of a list says, but the id that nobody sees. */
function leaves(value: unknown): string[] {
  if (!isParts(value)) return [scalar(value) ?? ''].filter((text) => text !== '');
  return Object.entries(value).flatMap(([name, part]) => (name === 'id' ? [] : leaves(part)));
}

function shortened(run: Run): ToldRun[] {
  if (run.kind !== 'same' || run.text.length <= MOST_SHOWN) return [run];
  return [
    { kind: 'same', text: run.text.slice(0, SHOWN_AROUND) },
    { kind: 'gap', text: '' },
    { kind: 'same', text: run.text.slice(-SHOWN_AROUND) },
  ];
}
