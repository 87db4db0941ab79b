import type { CsvFaultKind, CsvLimits } from './read-csv.js';

/** What to do about a file that cannot be read on, to people who make such files with a spreadsheet. */
export function csvAdvice(kind: CsvFaultKind, { records, cells, cellLength }: CsvLimits): string {
  const advice: Readonly<Record<CsvFaultKind, string>> = {
    'not-utf-8': 'Save the file as CSV in UTF-8.',
    nul: 'It holds a NUL byte. Save the file as CSV in UTF-8.',
    'stray-quote': 'A quote stands where none may. Put the cell in quotes, and write a quote inside of it twice.',
    'open-quote': 'A quote opens there and never closes.',
    'too-many-cells': `A row may have ${cells} cells.`,
    'cell-too-long': `A cell may have ${cellLength} characters.`,
    'too-many-records': `A file may have ${records - 1} rows. Split it.`,
  };
  return advice[kind];
}
