import { formatIn } from './pages/format.js';
import type { FieldError } from './problem.js';

const { number } = formatIn('de');

/** The number in the words of the validator, after the name of the field: `title must be shorter than or equal to 200 characters`. */
function boundOf({ field, detail }: FieldError): string {
  const name = /[^.[\]]*\]?$/.exec(field)?.[0] ?? field;
  const [bound = ''] = /-?\d+(\.\d+)?/.exec(detail.startsWith(name) ? detail.slice(name.length) : detail) ?? [];
  return number(Number(bound));
}

const FILL_IN = 'Hier muss etwas stehen.';
const A_MOMENT = 'Geben Sie einen Zeitpunkt an.';
const ONE_OF = 'Wählen Sie eine der Möglichkeiten.';

/** What is wrong with fields, whatever the problem: by the last part of the field and the code, or by the code alone. A problem’s own words come before these. */
export const de = {
  other: 'So lässt sich das nicht verwenden.',

  // Of the validator: what `web/src/i18n` says of them, too.
  minLength: (error: FieldError) => (boundOf(error) === '1' ? FILL_IN : `Es braucht mindestens ${boundOf(error)} Zeichen.`),
  maxLength: (error: FieldError) => `Hier ist Platz für ${boundOf(error)} Zeichen.`,
  min: (error: FieldError) => `Der kleinste Wert ist ${boundOf(error)}.`,
  max: (error: FieldError) => `Der größte Wert ist ${boundOf(error)}.`,
  arrayMinSize: (error: FieldError) => `Es braucht mindestens ${boundOf(error)}.`,
  arrayMaxSize: (error: FieldError) => `Höchstens ${boundOf(error)} gehen.`,
  arrayUnique: 'Hier steht etwas doppelt.',
  isEmail: 'Geben Sie eine Adresse wie lea@example.org an.',
  isUrl: 'Geben Sie eine Adresse wie https://example.org an.',
  isIn: ONE_OF,
  isInt: 'Geben Sie eine ganze Zahl an.',
  isNumber: 'Geben Sie eine Zahl an.',
  isDateString: A_MOMENT,
  isReadableDate: A_MOMENT,
  'slug.matches': 'Nehmen Sie Kleinbuchstaben von a bis z, Ziffern und einzelne Bindestriche dazwischen.',
  'countryCode.matches': 'Nehmen Sie zwei Großbuchstaben wie AT.',
  'did.matches': 'Nehmen Sie eine did:key, eine did:web oder die did:jwk, die Ihre Wallet mitbringt.',
  'identifierType.matches': 'Nehmen Sie ext: und einen Namen wie ext:ROR, oder eine Art aus Open Badges 3.0.',
  'linkedInOrganizationId.matches': 'Nehmen Sie eine Zahl.',
  'startsOn.matches': 'Geben Sie einen Tag an.',

  // Of every module.
  unknown: 'Das gibt es hier nicht.',
  required: FILL_IN,
  empty: FILL_IN,
  repeated: 'Das steht hier doppelt.',
  characters: 'Darin steht ein Zeichen, das sich nicht speichern lässt. Löschen Sie es, und schreiben Sie es neu.',
  too_large: 'Das ist zu groß. Teilen Sie es auf.',
  either_or: 'Geben Sie genau eines von beiden an.',
  'file.required': 'Wählen Sie eine Datei.',
  'to.before_from': 'Wählen Sie ein Ende nach dem Anfang. Der letzte Tag selbst zählt nicht mehr mit.',

  // Letters and reminders (`platform/letters`).
  'subject.empty': 'Schreiben Sie einen Betreff.',
  'body.empty': 'Schreiben Sie einen Text.',
  unknown_placeholder: (error: FieldError) => `${placeholders(error)} steht hier für nichts.`,
  missing_placeholder: (error: FieldError) => `Ohne ${placeholders(error)} nützt der Brief nichts.`,
  unfit_link: 'Darauf lässt sich nicht verweisen. Nehmen Sie eine Adresse, die mit https:// oder mailto: beginnt, oder {{link}}.',

  // Text blocks of assessors.
  'text.empty': 'Schreiben Sie etwas, das aufgehoben werden soll.',
  'text.known': 'Diesen Text haben Sie hier schon aufgehoben.',
  criterion_missing: 'Sagen Sie, für welches Kriterium es ist.',
  criterion_unknown: 'Dieses Kriterium gibt es im Bewertungsraster nicht.',
  shared_everywhere: 'Teilen lässt sich nur, was für ein Micro-Credential aufgehoben ist.',

  // Offerings and places.
  'dueAt.order': 'Wählen Sie einen Zeitpunkt, der noch kommt und nach der jetzigen Frist liegt.',
  'toOfferingId.order': 'Wählen Sie die Durchführung, in die es gehen soll.',
  'subject.order': 'Schreiben Sie einen Betreff und einen Text.',
  offering_over: 'Wählen Sie eine Durchführung, die noch läuft.',
  'at.required': 'Sagen Sie, an welchem Tag abzugeben ist.',
  'days.required': 'Sagen Sie, wie viele Tage nach dem Anfang abzugeben ist.',
  'timeZone.required': 'Nehmen Sie eine Zeitzone wie Europe/Vienna.',

  // Learning.
  'minutes.empty': 'Nehmen Sie sich an mindestens einem Tag der Woche Zeit, oder nehmen Sie den Plan zurück.',
  question_not_asked: 'Diese Frage stellt dieser Versuch nicht. Laden Sie die Seite neu.',
  answer_malformed: 'Diese Antwort lässt sich so nicht speichern. Ist sie zu lang?',
  'activityId.either_or': 'Nennen Sie entweder eine Aktivität oder einen Kurs.',

  // Endorsements.
  'subject.uri': 'Nennen Sie die Adresse einer Auszeichnung oder die DID eines Ausstellers.',
  'subject.unknown': 'Hier gibt es weder eine solche Auszeichnung noch einen solchen Aussteller. Kopieren Sie die ganze Adresse.',
  'validUntil.range': 'Wählen Sie einen Zeitpunkt innerhalb der nächsten fünf Jahre.',
  choice: 'Wählen Sie genau eines: einzelne Nachweise, eine Durchführung oder eine Ausgabe.',
} satisfies Readonly<Record<string, string | ((error: FieldError) => string)>>;

/** Faults of letters carry the names that they are about (`TemplateFault`). */
function placeholders(error: FieldError & { names?: readonly string[] }): string {
  return error.names?.map((name) => `{{${name}}}`).join(', ') ?? 'Ein Platzhalter';
}
