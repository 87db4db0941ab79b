import type { Edit } from './source-edits.js';
import type { Note } from '../report.js';
import { say } from '../remarks.js';

const RULE = /^\+(?:[-=:]+\+)+$/;
const ROW = /^\|.*\|$/;
/** Pandoc's caption, which stands before its table. */
const CAPTION = /^Table:[ \t]+(\S.*)$/;

/**
 * Turns Pandoc's grid tables, whose cells hold lists, code or headings, into each cell's content under its column's heading.
 * Pages have tables of words only, and a reader on a phone could not use these as they are.
 */
export function gridTableEdits(body: string, note: Note): Edit[] {
  const lines = body.split('\n');
  const edits: Edit[] = [];
  let offset = 0;
  for (let index = 0; index < lines.length;) {
    const caption = CAPTION.exec(lines[index] ?? '')?.[1];
    if (caption && RULE.test(lines.slice(index + 1).find((line) => line.trim() !== '') ?? '')) {
      edits.push({ from: offset, to: offset + (lines[index] ?? '').length, text: `**${caption}**` });
    }
    const length = RULE.test(lines[index] ?? '') ? tableLength(lines, index) : 0;
    const taken = lines.slice(index, index + Math.max(length, 1));
    const size = taken.join('\n').length;
    if (length > 0) {
      edits.push({ from: offset, to: offset + size, text: unfold(taken) });
      note('table-unfolded', index + 1, ...say('lines', { lines: length }));
    }
    offset += size + 1;
    index += taken.length;
  }
  return edits;
}

function tableLength(lines: readonly string[], start: number): number {
  let end = start;
  while (RULE.test(lines[end] ?? '') || ROW.test(lines[end] ?? '')) end += 1;
  return end - start;
}

function unfold(table: readonly string[]): string {
  const borders = [...(table[0] ?? '').matchAll(/\+/g)].map((match) => match.index);
  const headEnd = table.findIndex((line) => line.startsWith('+='));
  const rows = readRows(table.slice(1), borders);
  const heads = headEnd === -1 ? null : rows.shift();
  return rows
    .flatMap((cells) => cells.map((cell, column) => (cell ? underHeading(cell, heads?.[column]) : '')))
    .filter((text) => text !== '')
    .join('\n\n');
}

function readRows(lines: readonly string[], borders: readonly number[]): string[][] {
  const rows: string[][] = [];
  let cells: string[][] = borders.slice(1).map(() => []);
  for (const line of lines) {
    if (line.startsWith('+')) {
      rows.push(cells.map((cell) => tidy(cell)));
      cells = borders.slice(1).map(() => []);
      continue;
    }
    cells.forEach((cell, column) =>
      cell.push(
        line
          .slice((borders[column] ?? 0) + 1, borders[column + 1])
          .replace(/^ /, '')
          .trimEnd(),
      ),
    );
  }
  return rows.filter((cells, index) => index === 0 || cells.some((cell) => cell !== ''));
}

/** A cell's headings would be taken for the page's own; they become bold lines. `<p></p>` is only there to make a cell. */
function tidy(cell: readonly string[]): string {
  let code = false;
  const lines = cell.map((line) => {
    if (/^\s*```/.test(line)) code = !code;
    return code ? line : line.replace(/^#{1,6}\s+(.*)$/, '**$1**').replaceAll('<p></p>', '');
  });
  return lines.join('\n').replace(/^\n+|\s+$/g, '');
}

function underHeading(cell: string, head: string | undefined): string {
  return head ? `*${head}:*\n\n${cell}` : cell;
}
