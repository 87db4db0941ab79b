import type { TermMapping } from 'jsonld/lib/context.js';
import type { ActiveContext, LocalContext } from './active-context.js';
import { Decline } from './decline.js';
import { UnsafeDocumentError } from './library.js';

export const RDF_TYPE = '<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>';
const XSD = 'http://www.w3.org/2001/XMLSchema#';
// A literal with one of these is written in another way than all other typed literals.
const peculiarTypes = new Set([`${XSD}string`, 'http://www.w3.org/1999/02/22-rdf-syntax-ns#langString', '@json', '@none']);

/** A member name in a context: a name for the node's id or types, or a property with all that decides how its values are written. */
export type Term = { readonly kind: 'id' | 'type' } | Property;

export interface Property {
  readonly kind: 'property';
  /** In angle brackets. */
  readonly predicate: string;
  readonly coercion: 'id' | 'vocab' | 'none';
  /** The IRI of the literals' datatype, when the context gives one. */
  readonly datatype: string | undefined;
  /** In which the values are read. */
  readonly context: ActiveContext;
  /** In which a nested node is read, or a mere reference to one; a context that came with the type of this node does not reach it. */
  nodeContext(isReference: boolean): ActiveContext;
}

const termsOf = new WeakMap<ActiveContext, Map<string, Term>>();

/** What the name means. Throws UnsafeDocumentError for a word that the contexts do not know, and Decline for meanings beyond the plain ones. */
export function termIn(context: ActiveContext, name: string): Term {
  let known = termsOf.get(context);
  if (!known) termsOf.set(context, (known = new Map()));
  let term = known.get(name);
  if (!term) known.set(name, (term = makeTerm(context, name)));
  return term;
}

function makeTerm(context: ActiveContext, name: string): Term {
  refuseUnknown(context, name);
  const mapping = mappingOf(context, name);
  if (mapping['@id'] === '@id') return { kind: 'id' };
  if (mapping['@id'] === '@type') return { kind: 'type' };
  const predicate = constantIri(mapping['@id']);
  if (predicate === RDF_TYPE) throw new Decline('term');
  plainContainer(mapping);
  const own = localContext(mapping);
  const valueContext = own ? context.within(own, 'property') : context;
  // Values are coerced by what the name means in its own scoped context, which may define it anew (JSON-LD 1.1 API §5.1.2 step 13).
  const inner = mappingOf(valueContext, name);
  plainContainer(inner);
  const again = localContext(inner);
  const nodes: (ActiveContext | undefined)[] = [];
  return {
    kind: 'property',
    predicate,
    ...coercion(inner['@type']),
    context: valueContext,
    nodeContext(isReference) {
      const base = isReference ? valueContext : (valueContext.previous ?? valueContext);
      return (nodes[Number(isReference)] ??= again ? base.within(again, 'property') : base);
    },
  };
}

/**
 * A word without a meaning is dropped by expansion (JSON-LD 1.1 API §5.1.2 step 13.3), as there is no `@vocab` here to give it one, and safe
 * mode then refuses the document. Strangers may send any number of those, so the milliseconds to hear that from the library are saved.
 */
function refuseUnknown(context: ActiveContext, name: string): void {
  if (context.hasTerm(name) || /[:@]/.test(name)) return;
  const detail = `${JSON.stringify(name.slice(0, 200))} has no meaning in the contexts of the document, so no signature would cover it.`;
  throw new UnsafeDocumentError('not-canonicalizable', detail);
}

function coercion(type: string | undefined): Pick<Property, 'coercion' | 'datatype'> {
  if (type === '@id') return { coercion: 'id', datatype: undefined };
  if (type === '@vocab') return { coercion: 'vocab', datatype: undefined };
  if (type === undefined) return { coercion: 'none', datatype: undefined };
  if (peculiarTypes.has(type)) throw new Decline('coercion');
  return { coercion: 'none', datatype: constantIri(type).slice(1, -1) };
}

function mappingOf(context: ActiveContext, name: string): TermMapping & { readonly '@id': string } {
  const mapping = name.startsWith('@') ? undefined : context.mapping(name);
  if (!mapping || typeof mapping['@id'] !== 'string' || mapping.reverse === true) throw new Decline('term');
  return mapping as TermMapping & { readonly '@id': string };
}

function plainContainer({ '@container': container }: TermMapping): void {
  if (container?.some((kind) => kind !== '@set')) throw new Decline('container');
}

function localContext(mapping: TermMapping): LocalContext | undefined {
  const value = mapping['@context'];
  return value === undefined ? undefined : { value, text: JSON.stringify(value) };
}

interface TypeName {
  readonly iri: string;
  readonly local: LocalContext | undefined;
}

const typesOf = new WeakMap<ActiveContext, Map<string, TypeName>>();

/** What a name in `type` stands for, in angle brackets, and the context that it brings for the node. */
export function typeIn(context: ActiveContext, name: string): TypeName {
  let known = typesOf.get(context);
  if (!known) typesOf.set(context, (known = new Map()));
  let type = known.get(name);
  if (!type) {
    const mapping = mappingOf(context, name);
    known.set(name, (type = { iri: constantIri(mapping['@id']), local: localContext(mapping) }));
  }
  return type;
}

/** The IRI a term stands for as the value of a property coerced to `@vocab`. */
export function vocabularyTerm(context: ActiveContext, name: string): string {
  return constantIri(mappingOf(context, name)['@id']);
}

function constantIri(iri: string): string {
  if (!isStrictIri(iri)) throw new Decline('iri');
  return `<${iri}>`;
}

// An absolute IRI without any character that N-Quads would escape; the library's own test is laxer.
const strictIri = /^[A-Za-z][A-Za-z0-9+.-]*:[^\s\p{Cc}"<>\\^`{|}]+$/u;

export function isStrictIri(text: string): boolean {
  return strictIri.test(text);
}

/** An IRI of the document, in angle brackets. Never a compact one: `ex:name` is declined where `ex` is a term. */
export function documentIri(context: ActiveContext, text: string): string {
  if (!isStrictIri(text)) throw new Decline('iri');
  const colon = text.indexOf(':');
  if (!text.startsWith('//', colon + 1) && context.hasTerm(text.slice(0, colon))) throw new Decline('iri');
  return `<${text}>`;
}
