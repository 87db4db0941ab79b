import { randomBytes } from 'node:crypto';
import type { FramedText } from '../../../../platform/framed-text.js';
import type { JsonObject, JsonValue } from '../../domain/json.js';
import { ByteWriter } from './byte-writer.js';
import type { Digest } from '../digests.js';
import { canonicalLabel } from './dataset.js';
import { Decline } from './decline.js';
import { escapeLiteral, needsEscape } from './literals.js';
import { sortShort } from './short-sort.js';
import { jsonPieces, type Shape, slotValues, withValues } from './shape.js';
import { type CutBlank, type CutDataset, type CutSubject, cutSubjects, groupObjects, type Piece } from './template-parts.js';
import { isStrictIri } from './terms.js';
import { datasetOf } from './walker.js';

// A document is bounded at a million characters; one that comes near goes the way that counts them.
const mostCharacters = 100_000;

/** What a template makes of a document. */
export interface Rendered {
  /** SHA-256 of the canonical N-Quads. */
  readonly digest: Digest;
  /** `JSON.stringify(document)`. All documents of a template have the same frame. */
  readonly json: FramedText;
  /** The document's contexts: the same object for all documents of a template. */
  readonly contexts: JsonValue;
}

/**
 * All documents of one shape, canonicalised once with markers in the slots and cut at them, so that a document costs no more than
 * putting its strings in. What depends on the strings is done each time: hashes and labels of blank nodes, and the order of nodes and
 * of values that share a property. Whoever compiles one proves it against the library before use.
 */
export class Template {
  private readonly json: readonly string[];
  private readonly writer = new ByteWriter();
  private readonly scratch = new ByteWriter();

  private constructor(
    private readonly shape: Shape,
    private readonly contexts: JsonValue,
    private readonly dataset: CutDataset,
  ) {
    this.json = jsonPieces(shape);
  }

  /** Throws Decline when the walker cannot tell what the shape means, or when a slot is not written into the dataset. */
  static async compile(shape: Shape, example: JsonObject): Promise<Template> {
    const values = slotValues(shape, example) ?? [];
    const nonce = randomBytes(12).toString('hex');
    const markers = values.map((value, slot) => `${schemeOf(value) ?? 'urn:'}${nonce}.${slot}`);
    const dataset = cutSubjects(await datasetOf(withValues(shape, markers) as JsonObject), markers, values.map(schemeOf));
    return new Template(shape, example['@context'] ?? [], dataset);
  }

  /** The document's strings, when it has this shape. */
  valuesOf(document: JsonObject): readonly string[] | undefined {
    return slotValues(this.shape, document);
  }

  /** Throws Decline for strings with which the document would be more than the template knows. */
  render(values: readonly string[]): Rendered {
    const escaped = escape(values);
    this.write(values, escaped);
    return { digest: this.writer.sha256(), json: { frame: this.json, own: escaped.json }, contexts: this.contexts };
  }

  /** SHA-256 of the canonical N-Quads alone. */
  digest(values: readonly string[]): Digest {
    this.write(values, escape(values));
    return this.writer.sha256();
  }

  /** The canonical N-Quads, for comparing. */
  text(values: readonly string[]): string {
    this.write(values, escape(values));
    return this.writer.text();
  }

  private write(values: readonly string[], { terms }: Escaped): void {
    this.refuseIris(values);
    const { order, labels } = this.labelBlank(terms);
    this.writer.reset();
    this.writeNamed(terms, labels);
    for (const place of order) {
      const { pieces } = this.dataset.blank[place] as CutBlank;
      write(this.writer, pieces, labels[place] as string, terms, labels);
    }
  }

  private refuseIris(values: readonly string[]): void {
    const { schemes } = this.dataset;
    for (let slot = 0; slot < values.length; slot += 1) {
      const scheme = schemes[slot];
      if (scheme === undefined) continue;
      const value = values[slot] as string;
      // With the scheme it was compiled with the value is no compact IRI, whatever the context.
      if (!value.startsWith(scheme) || !isStrictIri(value)) throw new Decline('iri');
    }
  }

  /** The labels of the blank nodes, and the order of the labels. */
  private labelBlank(terms: readonly string[]): { readonly order: readonly number[]; readonly labels: readonly string[] } {
    const digests = this.dataset.blank.map(({ hashed, digest }) => digest ?? this.digestOf(hashed, terms));
    const byDigest = digests.map((_, place) => place);
    sortShort(byDigest, (first, second) => (digests[first] as string) < (digests[second] as string));
    const labels = digests.map(() => '');
    byDigest.forEach((place, rank) => {
      if (rank > 0 && digests[place] === digests[byDigest[rank - 1] as number]) throw new Decline('equal-blank-nodes');
      labels[place] = canonicalLabel(rank);
    });
    // From ten nodes on, `_:c14n10` comes before `_:c14n2`.
    if (labels.length <= 10) return { order: byDigest, labels };
    return { order: sortShort(byDigest, (first, second) => (labels[first] as string) < (labels[second] as string)), labels };
  }

  private digestOf(pieces: readonly Piece[], terms: readonly string[]): Digest {
    this.scratch.reset();
    write(this.scratch, pieces, '_:a', terms, []);
    return this.scratch.sha256();
  }

  /** In the order of their names, which for some are in the slots. */
  private writeNamed(terms: readonly string[], labels: readonly string[]): void {
    const { runs, moving, fixedLabels } = this.dataset;
    const movers = moving.map((subject) => ({ subject, label: `<${terms[subject.slot] as string}>` }));
    sortShort(movers, (first, second) => first.label < second.label);
    let next = 0;
    const one = ({ pieces }: CutSubject, label: string): void => write(this.writer, pieces, label, terms, labels);
    const moveBefore = (limit: string | undefined): void => {
      for (;;) {
        const mover = movers[next];
        if (!mover || (limit !== undefined && mover.label >= limit)) return;
        next += 1;
        // Two names for one node: their statements would have to be merged.
        if (mover.label === movers[next]?.label || fixedLabels.has(mover.label)) throw new Decline('equal-nodes');
        one(mover.subject, mover.label);
      }
    };
    for (const run of runs) {
      moveBefore(run.first);
      const mover = movers[next];
      if (run.bytes && (!mover || mover.label > run.last)) this.writer.bytes(run.bytes);
      else {
        for (const subject of run.subjects) {
          moveBefore(subject.label);
          one(subject, subject.label);
        }
      }
    }
    moveBefore(undefined);
  }
}

function write(
  writer: ByteWriter,
  pieces: readonly Piece[],
  label: string,
  terms: readonly string[],
  labels: readonly string[],
): void {
  for (const piece of pieces) {
    if (piece.kind === 'bytes') writer.bytes(piece.bytes);
    else if (piece.kind === 'slot') writer.string(terms[piece.slot] as string);
    else if (piece.kind === 'blank') writer.string(labels[piece.blank] as string);
    else {
      for (const object of groupObjects(piece.group, terms, labels)) {
        writer.string(label);
        writer.bytes(piece.between);
        writer.string(object);
        writer.bytes(lineEnd);
      }
    }
  }
}

const lineEnd = Buffer.from(' .\n');

/** The strings of the slots as they stand within their quotes or brackets. Most strings stand for themselves, and then nothing is made. */
interface Escaped {
  readonly json: readonly string[];
  readonly terms: readonly string[];
}

function escape(values: readonly string[]): Escaped {
  let characters = 0;
  let isPlain = true;
  for (const value of values) {
    characters += value.length;
    if (characters > mostCharacters || !value.isWellFormed()) throw new Decline('value');
    isPlain &&= !needsEscape(value);
  }
  if (isPlain) return { json: values, terms: values };
  return { json: values.map((value) => JSON.stringify(value).slice(1, -1)), terms: values.map(escapeLiteral) };
}

/** `urn:` or `https://`; undefined for what cannot be an IRI. */
function schemeOf(value: string): string | undefined {
  return isStrictIri(value) ? /^[^:]+:(?:\/\/)?/.exec(value)?.[0] : undefined;
}
