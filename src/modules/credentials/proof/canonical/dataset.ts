import { type Digest, sha256 } from '../digests.js';
import { Decline } from './decline.js';
import { sortShort } from './short-sort.js';

/** One node with its statements. Named nodes have their IRI in angle brackets as a label; blank nodes get theirs when all is known. */
export interface Subject {
  label: string;
  readonly isBlank: boolean;
  readonly statements: Statement[];
  /** The only statement about a blank node: JSON has no second way to mention a node without an id. Absent at the root. */
  mention?: { readonly by: Subject; readonly predicate: string };
}

export interface Statement {
  readonly predicate: string;
  /** An IRI or literal as N-Quads writes it, or a blank node. */
  readonly object: string | Subject;
}

/** Every subject once. */
export interface Dataset {
  readonly named: readonly Subject[];
  readonly blank: readonly Subject[];
}

/**
 * The canonical N-Quads of a dataset (RDFC-1.0), where the first-degree hashes tell all blank nodes apart. Declines otherwise.
 * Lines are sorted by UTF-16 code units, as the library does it, not by code points as the recommendation has it.
 */
export function canonicalText({ named, blank }: Dataset): string {
  labelBlankNodes(blank);
  // `<` sorts before `_`, and no label is the beginning of another line's label, so whole blocks can be sorted instead of lines.
  let text = '';
  for (const subject of sortShort([...named], isBefore)) text += linesOf(subject.label, subject.statements, nameOf);
  for (const subject of sortShort([...blank], isBefore)) text += linesOf(subject.label, subject.statements, nameOf);
  return text;
}

const isBefore = (first: Labelled, second: Labelled): boolean => first.label < second.label;

interface Labelled {
  readonly label: string;
}

export const byLabel = (first: Labelled, second: Labelled): number => (first.label < second.label ? -1 : 1);

function labelBlankNodes(blank: readonly Subject[]): void {
  const hashed = sortShort(
    blank.map((subject) => ({ subject, label: firstDegreeHash(subject) })),
    isBefore,
  );
  hashed.forEach(({ subject, label }, place) => {
    if (label === hashed[place + 1]?.label) throw new Decline('equal-blank-nodes');
    subject.label = canonicalLabel(place);
  });
}

export function canonicalLabel(place: number): string {
  return `_:c14n${place}`;
}

/** RDFC-1.0 §4.6: the node's statements with itself as `_:a` and every other blank node as `_:z`. `<` sorts before `_:a`, and `_:z` after it. */
function firstDegreeHash({ statements, mention }: Subject): Digest {
  const own = linesOf('_:a', statements, anonymous);
  if (!mention) return sha256(own);
  const { by, predicate } = mention;
  return sha256(by.isBlank ? own + line('_:z', predicate, '_:a') : line(by.label, predicate, '_:a') + own);
}

const anonymous = (object: string | Subject): string => (typeof object === 'string' ? object : '_:z');
const nameOf = (object: string | Subject): string => (typeof object === 'string' ? object : object.label);

/**
 * The statements as sorted lines; brings them into that order. A statement said twice counts once, but two about different anonymous
 * blank nodes only look alike.
 */
function linesOf(label: string, statements: Statement[], name: (object: string | Subject) => string): string {
  // As the lines would be sorted: no predicate begins with another, and what follows an object, a space, sorts before all that could go on.
  sortShort(statements, (first, second) =>
    first.predicate === second.predicate ? name(first.object) < name(second.object) : first.predicate < second.predicate,
  );
  let text = '';
  let last: Statement | undefined;
  for (const statement of statements) {
    const object = name(statement.object);
    const isSaid = last?.predicate === statement.predicate && name(last.object) === object && object !== '_:z';
    if (!isSaid) text += line(label, statement.predicate, object);
    else if (name === nameOf) refuseEqualTyped(object);
    last = statement;
  }
  return text;
}

/** The library keeps both of two JSON values that become the same typed literal, such as 4.5 and "4.5E0". */
function refuseEqualTyped(text: string): void {
  if (text.includes('"^^<')) throw new Decline('equal-literals');
}

function line(label: string, predicate: string, object: string): string {
  return `${label} ${predicate} ${object} .\n`;
}
