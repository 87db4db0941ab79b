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

/**
 * Reads CSV (RFC 4180) piece by piece, as it comes: UTF-8 with or without a byte order mark, lines that end in any of the three ways, cells
 * in quotes with line breaks in them, and the comma, semicolon or tab that the first line holds most of (spreadsheets in half of Europe
 * write semicolons). Empty lines are left out. Nothing is interpreted: a formula is text. Throws `CsvFault`.
 */
export class CsvReader {
  private readonly decoder = new TextDecoder('utf-8', { fatal: true });
  private readonly limits: CsvLimits;
  /** Text before the first line is whole, which tells the separator. */
  private head: string | null = '';
  private separator = ',';
  private records: CsvRecord[] = [];
  private count = 0;
  private line = 1;
  private startLine = 1;
  private cells: string[] = [];
  private cell = '';
  private state: 'start' | 'plain' | 'quoted' | 'after-quote' = 'start';
  private afterReturn = false;

  constructor(limits: CsvLimits) {
    this.limits = limits;
  }

  /** The records that are whole by now. */
  read(bytes: Uint8Array): CsvRecord[] {
    return this.take(this.decode(bytes));
  }

  /** The rest. */
  end(): CsvRecord[] {
    const last = this.take(this.decode(null), true);
    if (this.state === 'quoted') throw new CsvFault('open-quote', this.startLine);
    if (this.state !== 'start' || this.cells.length > 0) this.endRecord();
    return [...last, ...this.records.splice(0)];
  }

  private decode(bytes: Uint8Array | null): string {
    try {
      return bytes ? this.decoder.decode(bytes, { stream: true }) : this.decoder.decode();
    } catch {
      // A TypeError is how a fatal decoder says that it is no UTF-8.
      throw new CsvFault('not-utf-8', this.line);
    }
  }

  private take(text: string, last = false): CsvRecord[] {
    if (this.head === null) this.scan(text);
    else {
      this.head += text;
      const longest = this.limits.cells * this.limits.cellLength;
      if (last || /[\r\n]/.test(this.head) || this.head.length > longest) {
        const first = this.head;
        this.head = null;
        this.separator = separatorOf(first.split(/[\r\n]/, 1)[0] ?? '');
        this.scan(first);
      }
    }
    return this.records.splice(0);
  }

  private scan(text: string): void {
    for (const character of text) {
      if (character === '\0') throw new CsvFault('nul', this.line);
      if (this.state === 'quoted') this.insideQuotes(character);
      else this.outsideQuotes(character);
      this.afterReturn = character === '\r';
      if (this.cell.length > this.limits.cellLength) throw new CsvFault('cell-too-long', this.line);
    }
  }

  private insideQuotes(character: string): void {
    if (character === '"') this.state = 'after-quote';
    else {
      this.cell += character;
      this.countLine(character);
    }
  }

  private outsideQuotes(character: string): void {
    if (character === this.separator) this.endCell();
    else if (character === '\r' || character === '\n') {
      // The second half of a line break ends nothing more.
      if (!(character === '\n' && this.afterReturn)) this.endRecord();
      this.countLine(character);
      this.startLine = this.line;
    } else if (character === '"' && this.state === 'after-quote') {
      this.cell += '"';
      this.state = 'quoted';
    } else if (character === '"' && this.state === 'start') this.state = 'quoted';
    else if (this.state === 'after-quote') throw new CsvFault('stray-quote', this.line);
    else {
      this.cell += character;
      this.state = 'plain';
    }
  }

  private countLine(character: string): void {
    if (character === '\r' || (character === '\n' && !this.afterReturn)) this.line += 1;
  }

  private endCell(): void {
    if (this.cells.length >= this.limits.cells) throw new CsvFault('too-many-cells', this.line);
    this.cells.push(this.cell);
    this.cell = '';
    this.state = 'start';
  }

  private endRecord(): void {
    this.endCell();
    const cells = this.cells;
    this.cells = [];
    if (cells.length === 1 && cells[0] === '') return;
    this.count += 1;
    if (this.count > this.limits.records) throw new CsvFault('too-many-records', this.startLine);
    this.records.push({ line: this.startLine, cells });
  }
}

function separatorOf(header: string): string {
  const counts = SEPARATORS.map((separator) => header.split(separator).length);
  return SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ',';
}
