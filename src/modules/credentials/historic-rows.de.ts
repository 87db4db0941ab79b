import { formatIn } from '../../platform/http/pages/format.js';
import type { HistoricColumn, RowFault, RowProblem } from './domain/historic-columns.js';

const { number } = formatIn('de');
const ONE_LINE = 'Schreiben Sie höchstens 200 Zeichen in eine Zeile.';

const CELLS: Readonly<Record<HistoricColumn, string>> = {
  email: 'Schreiben Sie eine Adresse wie lea@example.org.',
  name: 'Schreiben Sie einen Namen von höchstens 200 Zeichen in eine Zeile.',
  edition:
    'Schreiben Sie die ID einer veröffentlichten Ausgabe, oder den Namen in ihrer Adresse und ihre Nummer: data-literacy/2.',
  awarded_on: 'Schreiben Sie den Tag als 2019-06-14.',
  reference: ONE_LINE,
  result: ONE_LINE,
  evidence_url: 'Schreiben Sie eine Adresse, die mit https:// beginnt.',
  language: 'Schreiben Sie ein Sprachkürzel wie de oder pt-BR.',
  show: 'Schreiben Sie, womit die Person einverstanden ist, mit Leerzeichen dazwischen: name, reference, result, evidence.',
};

const ROWS: Readonly<Record<RowFault, string | ((params: NonNullable<RowProblem['params']>) => string)>> = {
  cells:
    'Die Zeile hat mehr oder weniger Zellen als die erste. Setzen Sie eine Zelle, die ein Trennzeichen enthält, in Anführungszeichen.',
  nothing_to_show: ({ missing }) => `In der Zeile steht nichts für: ${missing}.`,
  in_the_future: 'Schreiben Sie den Tag, an dem es verliehen wurde.',
  too_early: 'Sehen Sie sich das Jahr an: Der Tag liegt vor 1900.',
  run_out: 'Lassen Sie sie weg: So lange gilt ein Nachweis dieser Ausgabe nicht, er wäre schon abgelaufen.',
  repeated: ({ line }) => `Lassen Sie sie weg: Zeile ${number(Number(line))} ist vom selben Nachweis.`,
  member_suspended: 'Das Mitglied ist gesperrt: Lassen Sie es zuerst wieder zu, oder lassen Sie die Zeile weg.',
};

/** What to do about a row. One that was kept before it told what its sentence names stays in English. */
export function sayRow({ field, code, detail, params }: RowProblem): string {
  if (code === 'required' || code === 'unusable' || code === 'unknown') return field === '' ? detail : CELLS[field];
  const says = ROWS[code];
  if (typeof says === 'string') return says;
  return params ? says(params) : detail;
}
