import { sortTexts } from './short-sort.js';
import { byLabel, type Dataset, type Subject } from './dataset.js';
import { Decline } from './decline.js';
import { type Digest, sha256 } from '../digests.js';

/** An object of a statement: the string in a slot between what encloses it (brackets, or quotes and a datatype), a blank node, or constant text. */
interface Part {
  readonly slot: number;
  readonly blank: number;
  readonly before: string;
  /** Constant text, or what comes after the string in the slot. */
  readonly text: string;
}

/** The objects that a subject has for one predicate. */
interface Group {
  readonly predicate: string;
  readonly objects: readonly Part[];
}

/** What to write one after the other: bytes as they are, a slot's string, a blank node's label, or lines that must be sorted first. */
export type Piece =
  | { readonly kind: 'bytes'; readonly bytes: Buffer }
  | { readonly kind: 'slot'; readonly slot: number }
  | { readonly kind: 'blank'; readonly blank: number }
  | { readonly kind: 'group'; readonly group: Group; readonly between: Buffer };

export interface CutSubject {
  /** Constant; empty for blank nodes and where a slot names the node. */
  readonly label: string;
  /** The slot that names the node, or -1. */
  readonly slot: number;
  /** All lines of the subject; one piece of bytes where nothing in them varies. */
  readonly pieces: readonly Piece[];
}

export interface CutBlank extends CutSubject {
  /** What the first-degree hash is taken over. */
  readonly hashed: readonly Piece[];
  /** The hash itself, where nothing in that varies. */
  readonly digest: Digest | undefined;
}

/** Named nodes with constant names that follow each other, as bytes where nothing in them varies. */
interface Run {
  readonly first: string;
  readonly last: string;
  readonly subjects: readonly CutSubject[];
  readonly bytes: Buffer | undefined;
}

export interface CutDataset {
  readonly runs: readonly Run[];
  readonly fixedLabels: ReadonlySet<string>;
  /** The named nodes whose names are in slots. */
  readonly moving: readonly CutSubject[];
  readonly blank: readonly CutBlank[];
  /** The scheme that a slot's IRI must keep; undefined for slots of literals. */
  readonly schemes: readonly (string | undefined)[];
}

/** Cuts a dataset at the markers, each of which stands alone in a term. */
export function cutSubjects(dataset: Dataset, markers: readonly string[], schemes: readonly (string | undefined)[]): CutDataset {
  const cutter = new Cutter(dataset, markers);
  const named = dataset.named.filter(({ statements }) => statements.length > 0).sort(byLabel);
  const subjects = named.map((subject) => cutter.named(subject));
  const blank = dataset.blank.map((subject, place) => cutter.blank(subject, place));
  if (cutter.seen.size < markers.length) throw new Decline('slot-lost');
  const fixed = subjects.filter(({ slot }) => slot < 0);
  return {
    runs: runsOf(fixed),
    fixedLabels: new Set(fixed.map(({ label }) => label)),
    moving: subjects.filter(({ slot }) => slot >= 0),
    blank,
    schemes: schemes.map((scheme, slot) => {
      // The example's string was no IRI where one is wanted, so the example itself is for the library to refuse.
      if (cutter.iris.has(slot) && scheme === undefined) throw new Decline('iri');
      return cutter.iris.has(slot) ? scheme : undefined;
    }),
  };
}

const itself = constant('_:a');
const another = constant('_:z');

class Cutter {
  readonly seen = new Set<number>();
  readonly iris = new Set<number>();
  private readonly slotOf: ReadonlyMap<string, number>;
  private readonly blankOf: ReadonlyMap<Subject, number>;

  constructor({ blank }: Dataset, markers: readonly string[]) {
    this.slotOf = new Map(markers.map((marker, slot) => [marker, slot]));
    this.blankOf = new Map(blank.map((subject, place) => [subject, place]));
  }

  named(subject: Subject): CutSubject {
    const name = this.part(subject.label);
    return {
      label: name.slot < 0 ? name.text : '',
      slot: name.slot,
      pieces: new Pieces().lines(name, this.groups(subject)).all(),
    };
  }

  blank(subject: Subject, place: number): CutBlank {
    const groups = this.groups(subject);
    const hashed = this.hashed(subject, groups);
    const [only] = hashed;
    const digest = hashed.length === 1 && only?.kind === 'bytes' ? sha256(only.bytes) : undefined;
    return { label: '', slot: -1, pieces: new Pieces().lines(blankPart(place), groups).all(), hashed, digest };
  }

  /** The statements with the node as `_:a` and all others as `_:z` (RDFC-1.0 §4.6). `<` sorts before `_:a`, and `_:z` after it. */
  private hashed({ mention }: Subject, groups: readonly Group[]): readonly Piece[] {
    const anonymous = groups.map(({ predicate, objects }) => ({
      predicate,
      objects: objects.map((part) => (part.blank < 0 ? part : another)),
    }));
    const pieces = new Pieces();
    const about = mention && [{ predicate: mention.predicate, objects: [itself] }];
    if (mention && about && !mention.by.isBlank) pieces.lines(this.part(mention.by.label), about);
    pieces.lines(itself, anonymous);
    if (mention?.by.isBlank && about) pieces.lines(another, about);
    return pieces.all();
  }

  private groups({ statements }: Subject): readonly Group[] {
    const byPredicate = new Map<string, Part[]>();
    for (const { predicate, object } of statements) {
      const parts = byPredicate.get(predicate) ?? [];
      if (parts.length === 0) byPredicate.set(predicate, parts);
      parts.push(typeof object === 'string' ? this.part(object) : blankPart(this.blankOf.get(object) ?? -1));
    }
    const groups = [...byPredicate].map(([predicate, objects]) => ({ predicate, objects }));
    return groups.sort((first, second) => (first.predicate < second.predicate ? -1 : 1));
  }

  private part(term: string): Part {
    const end = term.startsWith('<') ? term.length - 1 : term.lastIndexOf('"');
    const slot = this.slotOf.get(term.slice(1, end));
    if (slot === undefined) return constant(term);
    this.seen.add(slot);
    if (term.startsWith('<')) this.iris.add(slot);
    return { slot, blank: -1, before: term.slice(0, 1), text: term.slice(end) };
  }
}

function constant(text: string): Part {
  return { slot: -1, blank: -1, before: '', text };
}

function blankPart(blank: number): Part {
  return { slot: -1, blank, before: '', text: '' };
}

/** Lines of N-Quads, cut where something varies. */
class Pieces {
  private readonly pieces: Piece[] = [];
  private text = '';

  lines(name: Part, groups: readonly Group[]): this {
    for (const group of groups) {
      if (group.objects.length > 1 && !group.objects.every(({ slot, blank }) => slot < 0 && blank < 0)) {
        this.flush();
        this.pieces.push({ kind: 'group', group, between: Buffer.from(` ${group.predicate} `) });
        continue;
      }
      for (const object of distinct(group.objects)) {
        this.add(name);
        this.text += ` ${group.predicate} `;
        this.add(object);
        this.text += ' .\n';
      }
    }
    return this;
  }

  all(): readonly Piece[] {
    this.flush();
    return this.pieces;
  }

  private add({ slot, blank, before, text }: Part): void {
    this.text += before;
    if (slot >= 0 || blank >= 0) this.flush();
    if (slot >= 0) this.pieces.push({ kind: 'slot', slot });
    if (blank >= 0) this.pieces.push({ kind: 'blank', blank });
    this.text += text;
  }

  private flush(): void {
    if (this.text !== '') this.pieces.push({ kind: 'bytes', bytes: Buffer.from(this.text) });
    this.text = '';
  }
}

/** One object as it is, or several constant ones sorted and without doubles. */
function distinct(objects: readonly Part[]): readonly Part[] {
  return objects.length === 1 ? objects : distinctTexts(objects.map(({ text }) => text)).map(constant);
}

/** What the lines of a group say, in their order, when something in them varies. */
export function groupObjects({ objects }: Group, terms: readonly string[], labels: readonly string[]): readonly string[] {
  const texts = objects.map(({ slot, blank, before, text }) => {
    if (slot >= 0) return before + (terms[slot] as string) + text;
    return blank >= 0 ? (labels[blank] as string) : text;
  });
  return distinctTexts(texts);
}

/** Sorted. As in the dataset, said twice counts once; but anonymous blank nodes only look alike. */
function distinctTexts(objects: string[]): readonly string[] {
  sortTexts(objects);
  if (objects.every((object, place) => object !== objects[place - 1])) return objects;
  const doubled = objects.filter((object, place) => object === objects[place - 1] && object !== another.text);
  if (doubled.length === 0) return objects;
  if (doubled.some((object) => object.includes('"^^<'))) throw new Decline('equal-literals');
  return objects.filter((object, place) => object !== objects[place - 1] || object === another.text);
}

function runsOf(subjects: readonly CutSubject[]): readonly Run[] {
  const runs: CutSubject[][] = [];
  for (const subject of subjects) {
    const run = runs.at(-1);
    if (run && (fixedBytes(run.at(-1)) === undefined) === (fixedBytes(subject) === undefined)) run.push(subject);
    else runs.push([subject]);
  }
  return runs.map((run) => ({
    first: run[0]?.label ?? '',
    last: run.at(-1)?.label ?? '',
    subjects: run,
    bytes: fixedBytes(run[0]) && Buffer.concat(run.flatMap((subject) => fixedBytes(subject) ?? [])),
  }));
}

function fixedBytes(subject: CutSubject | undefined): Buffer | undefined {
  const [only] = subject?.pieces ?? [];
  return subject?.pieces.length === 1 && only?.kind === 'bytes' ? only.bytes : undefined;
}
