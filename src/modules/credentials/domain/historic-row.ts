import { canParseUrl } from '../../../platform/can-parse-url.js';
import { normaliseEmail } from '../../people/domain/email.js';
import { canonicalLocale } from '../../people/domain/locale.js';
import { cleanName } from '../../people/domain/person-name.js';
import { monthsAfter } from './date-time.js';
import type { HistoricColumn, RowProblem } from './historic-columns.js';

export type { RowProblem } from './historic-columns.js';

/** What learners may agree to have shown; without it their badge says the award and nothing else of them (ADR 13). */
export const SHOWABLE = ['name', 'reference', 'result', 'evidence'] as const;
export type Showable = (typeof SHOWABLE)[number];

const SHOWN_FROM: Readonly<Record<Showable, HistoricColumn>> = {
  name: 'name',
  reference: 'reference',
  result: 'result',
  evidence: 'evidence_url',
};

/** An award as a row of the file tells it. */
export interface AwardOnFile {
  /** As people are looked up by it. */
  email: string;
  name: string;
  editionId: string;
  /** `2019-06-14`. */
  awardedOn: string;
  /** The office's own number for it. */
  reference: string | null;
  result: string | null;
  evidenceUrl: string | null;
  /** Of the learner, BCP 47. */
  language: string | null;
  shown: Showable[];
}

export interface EditionTerms {
  readonly id: string;
  /** How long an award holds; `null`: for ever. */
  readonly validityMonths: number | null;
}

export interface RowSurroundings {
  /** By every name that the file gives them. */
  readonly editions: ReadonlyMap<string, EditionTerms>;
  readonly now: Date;
}

export type HistoricRow =
  | { readonly ok: true; readonly award: AwardOnFile }
  | { readonly ok: false; readonly problems: readonly RowProblem[] };

const LONGEST_TEXT = 200;
const LONGEST_ADDRESS = 2_000;
const EARLIEST = '1900-01-01';

/** Checks every cell of a row and tells all that is wrong with it at once. `cells` in the order of `columns`. */
export function readHistoricRow(
  columns: readonly HistoricColumn[],
  cells: readonly string[],
  { editions, now }: RowSurroundings,
): HistoricRow {
  if (cells.length !== columns.length) {
    const detail = `It has ${cells.length} cells, and the first line has ${columns.length}. Put a cell that holds a separator into quotes.`;
    return { ok: false, problems: [{ field: '', code: 'cells', detail }] };
  }
  const problems: RowProblem[] = [];
  const wrong = (field: HistoricColumn, code: RowProblem['code'], detail: string) => void problems.push({ field, code, detail });
  const textOf = (column: HistoricColumn) => cells[columns.indexOf(column)]?.trim() ?? '';
  const required = <Value>(column: HistoricColumn, read: (text: string) => Value | null, detail: string): Value | null => {
    const text = textOf(column);
    const value = text === '' ? null : read(text);
    if (value === null) wrong(column, text === '' ? 'required' : 'unusable', detail);
    return value;
  };
  const optional = <Value>(column: HistoricColumn, read: (text: string) => Value | null, detail: string): Value | null =>
    textOf(column) === '' ? null : required(column, read, detail);

  const email = required('email', normaliseEmail, 'Write an address such as lea@example.org.');
  const name = required('name', cleanName, 'Write a name of up to 200 letters on one line.');
  const edition = textOf('edition') === '' ? undefined : editions.get(textOf('edition').toLowerCase());
  if (!edition) {
    const code = textOf('edition') === '' ? 'required' : 'unknown';
    wrong('edition', code, 'Write the id of a published edition, or the name in its address and its number: data-literacy/2.');
  }
  const awardedOn = required('awarded_on', calendarDay, 'Write the day as 2019-06-14.');
  if (awardedOn !== null) {
    const fault = dayFault(awardedOn, edition, now);
    if (fault) wrong('awarded_on', fault.code, fault.detail);
  }
  const reference = optional('reference', plainText, 'Write up to 200 letters on one line.');
  const result = optional('result', plainText, 'Write up to 200 letters on one line.');
  const evidenceUrl = optional('evidence_url', webAddress, 'Write an address that begins with https://.');
  const language = optional('language', canonicalLocale, 'Write a language tag such as de or pt-BR.');
  const shown = showable(textOf('show'));
  if (!shown) wrong('show', 'unknown', `Write any of ${SHOWABLE.join(', ')} with spaces between, as the learner agreed.`);
  const missing = shown?.filter((one) => textOf(SHOWN_FROM[one]) === '') ?? [];
  if (missing.length > 0) {
    const detail = `The row has no ${missing.join(' and no ')}.`;
    problems.push({ field: 'show', code: 'nothing_to_show', detail, params: { missing: missing.join(', ') } });
  }

  if (problems.length > 0 || !email || !name || !edition || !awardedOn || !shown) return { ok: false, problems };
  return { ok: true, award: { email, name, editionId: edition.id, awardedOn, reference, result, evidenceUrl, language, shown } };
}

/**
 * The moment that a day of the file stands for: noon in UTC, which is that day nearly everywhere (a midnight is the day before in half of the
 * world); on the day itself, now.
 */
export function momentOf(awardedOn: string, now: Date): Date {
  const noon = new Date(`${awardedOn}T12:00:00Z`);
  return noon > now ? now : noon;
}

/** Two rows are of one award if they agree in this, whatever else they say. */
export function sameAward({ email, editionId }: AwardOnFile): string {
  return `${editionId} ${email}`;
}

function dayFault(awardedOn: string, edition: EditionTerms | undefined, now: Date): Pick<RowProblem, 'code' | 'detail'> | null {
  if (awardedOn > now.toISOString().slice(0, 10))
    return { code: 'in_the_future', detail: 'Write the day on which it was awarded.' };
  if (awardedOn < EARLIEST) return { code: 'too_early', detail: 'Look at the year: the day is before 1900.' };
  const months = edition?.validityMonths ?? null;
  if (months === null || monthsAfter(momentOf(awardedOn, now), months) > now) return null;
  return {
    code: 'run_out',
    detail: `Leave it out: awards of this edition hold for ${months} months, so it does not hold any more.`,
  };
}

function calendarDay(text: string): string | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return null;
  const day = new Date(`${text}T00:00:00Z`);
  // 30 February would be read as 1 March.
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text) ? text : null;
}

function plainText(text: string): string | null {
  const line = text.normalize('NFC').replaceAll(/\s+/gu, ' ');
  // Control and direction-changing characters can make a text read as another one.
  if (/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u.test(line)) return null;
  return line.length <= LONGEST_TEXT ? line : null;
}

function webAddress(text: string): string | null {
  if (text.length > LONGEST_ADDRESS || !canParseUrl(text)) return null;
  const { protocol, username, password, hostname, href } = new URL(text);
  return /^https?:$/.test(protocol) && username === '' && password === '' && hostname !== '' ? href : null;
}

function showable(text: string): Showable[] | null {
  const words = text
    .toLowerCase()
    .split(/[\s,;|]+/)
    .filter(Boolean);
  return words.every((word) => (SHOWABLE as readonly string[]).includes(word))
    ? SHOWABLE.filter((one) => words.includes(one))
    : null;
}
