import { type Digest, sha256 } from '../digests.js';
import { Decline } from './decline.js';
import { sortShort, sortTexts } from './short-sort.js';

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
  for (const subject of sortShort([...named], isBefore)) text += block(subject);
  for (const subject of sortShort([...blank], isBefore)) text += block(subject);
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

/** RDFC-1.0 §4.6: the node's statements with itself as `_:a` and every other blank node as `_:z`. */
function firstDegreeHash(subject: Subject): Digest {
  const own = subject.statements.map(({ predicate, object }) =>
    line('_:a', predicate, typeof object === 'string' ? object : '_:z'),
  );
  const { mention } = subject;
  const lines = mention ? [...own, line(mention.by.isBlank ? '_:z' : mention.by.label, mention.predicate, '_:a')] : own;
  return hashOfLines(lines);
}

/** A statement said twice counts once; two statements about different blank nodes look alike here and count twice. */
export function hashOfLines(lines: string[]): Digest {
  let text = '';
  let last = '';
  for (const line of sortTexts(lines)) {
    if (line !== last || line.endsWith(' _:z .\n')) text += line;
    last = line;
  }
  return sha256(text);
}

function block({ label, statements }: Subject): string {
  const tails = statements.map(({ predicate, object }) => tail(predicate, typeof object === 'string' ? object : object.label));
  let text = '';
  let last = '';
  for (const next of sortTexts(tails)) {
    if (next === last) refuseEqualTyped(next);
    else text += label + next;
    last = next;
  }
  return text;
}

/** The library keeps both of two JSON values that become the same typed literal, such as 4.5 and "4.5E0". */
function refuseEqualTyped(text: string): void {
  if (text.includes('"^^<')) throw new Decline('equal-literals');
}

export function tail(predicate: string, object: string): string {
  return ` ${predicate} ${object} .\n`;
}

function line(label: string, predicate: string, object: string): string {
  return label + tail(predicate, object);
}
