import { formatIn } from '../http/pages/format.js';
import type { FieldError, ProblemParticulars } from '../http/problem.js';

const { number } = formatIn('de');

const most = ({ params }: FieldError, name: string) => number(Number(params?.[name] ?? 0));

/** What to do about a file that cannot be read on (`csvAdvice`), by the code of the error. */
const ADVICE: Readonly<Record<string, (error: FieldError) => string>> = {
  not_utf_8: () => 'Speichern Sie die Datei als CSV in UTF-8.',
  nul: () => 'Darin steht ein NUL-Byte. Speichern Sie die Datei als CSV in UTF-8.',
  stray_quote: () =>
    'Ein Anführungszeichen steht, wo keines stehen darf. Setzen Sie die Zelle in Anführungszeichen, und schreiben Sie eines darin doppelt.',
  open_quote: () => 'Ein Anführungszeichen öffnet sich dort und schließt sich nie.',
  too_many_cells: (error) => `Eine Zeile darf ${most(error, 'cells')} Zellen haben.`,
  cell_too_long: (error) => `Eine Zelle darf ${most(error, 'cellLength')} Zeichen haben.`,
  too_many_records: (error) => `Eine Datei darf ${most(error, 'rows')} Zeilen haben. Teilen Sie sie auf.`,
};

function detailOf({ facts, errors: [first] = [] }: ProblemParticulars): string {
  if (facts?.['reason'] === 'no_rows') return 'Unter der ersten Zeile steht keine weitere.';
  if (facts?.['reason'] === 'header') return 'Die erste Zeile muss die Spalten benennen.';
  const advice = first && ADVICE[first.code]?.(first);
  return advice ? `Zeile ${number(Number(facts?.['line'] ?? 1))}: ${advice}` : 'Speichern Sie die Datei als CSV in UTF-8.';
}

/** A table that somebody uploaded and that cannot be read. */
export const csvWords = {
  detail: detailOf,
  at: {
    ...ADVICE,
    unknown: ({ field }: FieldError) => `Eine Spalte „${field}“ wird nicht gelesen. Entfernen Sie sie, oder nennen Sie sie um.`,
    repeated: ({ field }: FieldError) => `Behalten Sie von „${field}“ eine Spalte.`,
    required: ({ field }: FieldError) => `Fügen Sie in der ersten Zeile eine Spalte „${field}“ hinzu.`,
  },
};
