import { formatIn } from '../../platform/http/pages/format.js';
import type { EnrollmentColumn, RowFault, RowProblem } from './domain/enrollment-file.js';
import type { RowRefusal } from './domain/row-refusal.js';
import { sayAdmission } from './problems.de.js';

const { number } = formatIn('de');

const CELLS: Readonly<Record<EnrollmentColumn, string>> = {
  email: 'Schreiben Sie eine Adresse wie lea@example.org.',
  name: 'Schreiben Sie einen Namen von höchstens 200 Zeichen in eine Zeile.',
  offering: 'Schreiben Sie den Titel einer Durchführung, wie er in Cairn steht, oder ihre ID.',
};

type Words = string | ((params: NonNullable<RowProblem['params']>) => string);

const refusal: Words = (params) => sayAdmission(params as Parameters<typeof sayAdmission>[0]);

const ROWS: Readonly<Record<RowFault, Words>> = {
  cells:
    'Die Zeile hat mehr oder weniger Zellen als die erste. Setzen Sie eine Zelle, die ein Trennzeichen enthält, in Anführungszeichen.',
  ambiguous: 'Mehrere Durchführungen heißen so: Schreiben Sie die ID der gemeinten.',
  repeated: ({ line }) => `Lassen Sie sie weg: Zeile ${number(Number(line))} ist vom selben Platz.`,
  member_suspended: 'Das Mitglied ist gesperrt: Lassen Sie es zuerst wieder zu, oder lassen Sie die Zeile weg.',
  enrollment_not_open_yet: refusal,
  enrollment_closed: refusal,
  offering_ended: refusal,
  no_seats_left: refusal,
  waitlist_full: refusal,
};

/** What to do about a row. One that was kept before it told what its sentence names stays in English. */
export function sayRow({ field, code, detail, params }: RowProblem): string {
  if (code === 'required' || code === 'unusable') return field === '' ? detail : CELLS[field];
  const says = ROWS[code];
  if (typeof says === 'string') return says;
  return params ? says(params) : detail;
}

/** Why a row of a confirmed file led to no place. */
export const refusals: Readonly<Record<RowRefusal, string>> = {
  email_unusable: 'Die Adresse lässt sich nicht verwenden.',
  name_unusable: 'Der Name lässt sich nicht verwenden.',
  member_suspended: 'Das Mitglied ist gesperrt.',
  cannot_be_added: 'Die Person lässt sich nicht hinzufügen.',
  offering_cancelled: 'Die Durchführung wurde abgesagt.',
  enrollment_not_open_yet: 'Die Anmeldung hat noch nicht begonnen.',
  enrollment_closed: 'Die Anmeldung ist zu Ende.',
  offering_ended: 'Die Durchführung ist zu Ende.',
  no_seats_left: 'Alle Plätze sind vergeben.',
  waitlist_full: 'Die Warteliste ist voll.',
};
