import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CsvError, type InfoRecord, parse } from 'csv-parse';

/** One record of a file: where it begins, and its cells as plain text. */
export interface CsvRecord {
  /** 1 is the first line of the file. */
  line: number;
  cells: string[];
}

export type CsvFaultKind =
  | 'not-utf-8'
  | 'nul'
  | 'stray-quote'
  | 'open-quote'
  | 'too-many-cells'
  | 'cell-too-long'
  | 'too-many-records';

/** The file cannot be read on from there: whatever came after would be a guess. */
export class CsvFault extends Error {
  constructor(
    readonly kind: CsvFaultKind,
    readonly line: number,
  ) {
    super(`${kind} at line ${line}`);
  }
}

export interface CsvLimits {
  /** The header is one of them. */
  records: number;
  cells: number;
  /** Characters of one cell. */
  cellLength: number;
}

const SEPARATORS = [',', ';', '\t'];
const MOST_UTF8_BYTES = 4;

const FAULTS: Readonly<Record<string, CsvFaultKind>> = {
  CSV_INVALID_CLOSING_QUOTE: 'stray-quote',
  INVALID_OPENING_QUOTE: 'stray-quote',
  CSV_QUOTE_NOT_CLOSED: 'open-quote',
  CSV_MAX_RECORD_SIZE: 'cell-too-long',
};

/**
 * Reads CSV (RFC 4180) as it comes: UTF-8 with or without a byte order mark, lines that end in any of the three ways, which all read as
 * `\n`, and the comma, semicolon or tab that the first line holds most of (spreadsheets in half of Europe write semicolons). Empty lines
 * are left out. Nothing is interpreted: a formula is text. Throws `CsvFault`.
 */
export async function* readCsv(source: AsyncIterable<Uint8Array>, limits: CsvLimits): AsyncGenerator<CsvRecord> {
  const longest = limits.cells * limits.cellLength;
  const text = plainText(source);
  const head = await headOf(text, longest);
  let lastLine = 0;
  const parser = parse({
    delimiter: separatorOf(head.split('\n', 1)[0] ?? ''),
    record_delimiter: '\n',
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: longest * MOST_UTF8_BYTES,
    on_record: (record: string[], { lines }) => {
      lastLine = lines;
      return record;
    },
  });
  const read = pipeline(Readable.from(from(head, text)), parser);
  // It is heard of where the records are read.
  read.catch(() => undefined);
  let count = 0;
  try {
    for await (const { record: cells, info } of parser as AsyncIterable<{ record: string[]; info: InfoRecord }>) {
      const line = info.lines - cells.reduce((breaks, cell) => breaks + breaksIn(cell), 0);
      refuseBeyond(limits, { count: ++count, cells, line });
      yield { line, cells };
    }
    await read;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const kind = FAULTS[error.code];
    if (!kind) throw error;
    // Where a quote was forgotten, the end of the file tells nothing: it is somewhere after the last good record.
    throw new CsvFault(kind, kind === 'open-quote' ? lastLine + 1 : Number(error['lines']));
  }
}

function refuseBeyond(
  limits: CsvLimits,
  { count, cells, line }: { count: number; cells: readonly string[]; line: number },
): void {
  if (count > limits.records) throw new CsvFault('too-many-records', line);
  if (cells.length > limits.cells) throw new CsvFault('too-many-cells', line);
  if (cells.some((cell) => cell.length > limits.cellLength)) throw new CsvFault('cell-too-long', line);
}

/** With one kind of line ends, whichever the file has and however it is cut: the parser counts two lines for the one that Windows ends. */
async function* plainText(source: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let [line, held] = [1, ''];
  const decoded = (bytes?: Uint8Array): string => {
    try {
      return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
    } catch {
      // A TypeError is how a fatal decoder says that it is no UTF-8.
      throw new CsvFault('not-utf-8', line);
    }
  };
  const plain = (piece: string, last: boolean): string => {
    const cut = held + piece;
    held = !last && cut.endsWith('\r') ? '\r' : '';
    const text = (held ? cut.slice(0, -1) : cut).replaceAll(/\r\n?/g, '\n');
    const nul = text.indexOf('\0');
    if (nul >= 0) throw new CsvFault('nul', line + breaksIn(text.slice(0, nul)));
    line += breaksIn(text);
    return text;
  };
  for await (const bytes of source) yield plain(decoded(bytes), false);
  yield plain(decoded(), true);
}

/** The beginning of the text: its first line, or as much as the longest record may have. */
async function headOf(text: AsyncGenerator<string>, longest: number): Promise<string> {
  let head = '';
  while (!head.includes('\n') && head.length <= longest) {
    const { value, done } = await text.next();
    if (done) break;
    head += value;
  }
  return head;
}

async function* from(head: string, rest: AsyncGenerator<string>): AsyncGenerator<string> {
  yield head;
  yield* rest;
}

function breaksIn(text: string): number {
  return text.split('\n').length - 1;
}

function separatorOf(header: string): string {
  const counts = SEPARATORS.map((separator) => header.split(separator).length);
  return SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ',';
}
