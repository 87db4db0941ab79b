import { RecentlyUsed } from '../../../../platform/recently-used.js';
import { isJsonObject, type JsonObject, type JsonValue } from '../../domain/json.js';
import { isKnownContext } from '../contexts.js';
import { ActiveContext, MissingContext } from './active-context.js';
import { type Dataset, type Subject } from './dataset.js';
import { Decline } from './decline.js';
import { literal } from './literals.js';
import { sortTexts } from './short-sort.js';
import { documentIri, type Property, RDF_TYPE, termIn, typeIn, vocabularyTerm } from './terms.js';

const mostUrls = 8;
const mostRestarts = 64;
// A family of contexts takes some megabytes, and the list that makes it comes from the document.
const families = new RecentlyUsed<ActiveContext>(8);

/**
 * The RDF dataset of a document, by walking it with the term tables of its contexts: what the library's expansion yields for a document
 * that uses no more of JSON-LD than badges and their kin do. Throws Decline for every other, and UnsafeDocumentError for one with a word that
 * has no meaning. Expects a document without `documentFault`.
 */
export async function datasetOf(document: JsonObject): Promise<Dataset> {
  const urls = contextUrls(document['@context']);
  const key = JSON.stringify(urls);
  for (let restart = 0; restart < mostRestarts; restart += 1) {
    const root = families.get(key) ?? (await ActiveContext.of(urls));
    families.set(key, root, 1);
    try {
      return new Walk().over(document, root);
    } catch (error) {
      if (!(error instanceof MissingContext)) throw error;
      // A full family is begun anew: strange documents must not keep later ones from the fast way.
      if (root.isFull) families.remove(key);
      // Each costs a millisecond or more, and a foreign document may ask for many.
      await new Promise(setImmediate);
      await error.parent.make(error.local, error.scope);
    }
  }
  throw new Decline('too-many-contexts');
}

function contextUrls(contexts: JsonValue | undefined): readonly string[] {
  const urls = typeof contexts === 'string' ? [contexts] : contexts;
  const readable = Array.isArray(urls) && urls.length > 0 && urls.length <= mostUrls;
  if (!readable || !urls.every((url): url is string => typeof url === 'string' && isKnownContext(url))) {
    throw new Decline('contexts');
  }
  return urls;
}

/** Follows expansion step by step (JSON-LD 1.1 API §5.1.2), writing statements instead of expanded JSON. */
class Walk {
  private readonly named = new Map<string, Subject>();
  private readonly blank: Subject[] = [];
  private statements = 0;

  over(document: JsonObject, root: ActiveContext): Dataset {
    this.node(document, root, true);
    // Safe mode refuses a document that says nothing, in words of its own.
    if (this.statements === 0) throw new Decline('nothing-said');
    return { named: [...this.named.values()], blank: this.blank };
  }

  private node(object: JsonObject, context: ActiveContext, isRoot = false): string | Subject {
    const types = this.typesOf(object, context);
    let inner = context;
    for (const type of types.length > 1 ? sortTexts([...types]) : types) {
      const { local } = typeIn(context, type);
      if (local) inner = inner.within(local, 'type');
    }
    const subject = this.subject(object, inner);
    let typeNames = 0;
    for (const name in object) {
      if (isRoot && name === '@context') continue;
      const term = termIn(inner, name);
      if (term.kind === 'property') this.property(subject, term, object[name] as JsonValue);
      else if (term.kind === 'type') typeNames += 1;
    }
    // The name that gave the types must still mean that with their contexts applied, and no other name may.
    if (typeNames !== (types.length > 0 ? 1 : 0)) throw new Decline('type');
    for (const type of types) this.say(subject, RDF_TYPE, typeIn(context, type).iri);
    return subject.isBlank ? subject : subject.label;
  }

  private typesOf(object: JsonObject, context: ActiveContext): readonly string[] {
    const name = nameMeaning('@type', object, context, 'type');
    if (name === undefined) return none;
    const value = object[name];
    const types = (Array.isArray(value) ? value : [value]) as readonly JsonValue[];
    if (types.length === 0 || !types.every((type) => typeof type === 'string')) throw new Decline('type');
    return types;
  }

  private subject(object: JsonObject, context: ActiveContext): Subject {
    const name = nameMeaning('@id', object, context, 'keyword');
    if (name === undefined) {
      const subject: Subject = { label: '', isBlank: true, statements: [] };
      this.blank.push(subject);
      return subject;
    }
    const id = object[name];
    if (typeof id !== 'string') throw new Decline('keyword');
    const label = documentIri(context, id);
    const known = this.named.get(label);
    if (known) return known;
    const subject: Subject = { label, isBlank: false, statements: [] };
    this.named.set(label, subject);
    return subject;
  }

  private property(subject: Subject, property: Property, value: JsonValue): void {
    if (Array.isArray(value)) {
      for (const item of value as readonly JsonValue[]) {
        if (Array.isArray(item)) throw new Decline('value');
        this.property(subject, property, item);
      }
      return;
    }
    const object = isJsonObject(value) ? this.nested(property, value) : scalar(property, value);
    this.say(subject, property.predicate, object);
  }

  private nested(property: Property, value: JsonObject): string | Subject {
    let names = 0;
    let ids = 0;
    for (const name in value) {
      const meaning = property.context.mapping(name)?.['@id'];
      if (meaning === '@value') throw new Decline('value');
      names += 1;
      if (meaning === '@id') ids += 1;
    }
    return this.node(value, property.nodeContext(names === 1 && ids === 1));
  }

  private say(subject: Subject, predicate: string, object: string | Subject): void {
    subject.statements.push({ predicate, object });
    this.statements += 1;
    if (typeof object !== 'string') object.mention = { by: subject, predicate };
  }
}

const none: readonly string[] = [];

/** The one member that stands for the keyword; undefined when there is none. */
function nameMeaning(
  keyword: string,
  object: JsonObject,
  context: ActiveContext,
  reason: 'type' | 'keyword',
): string | undefined {
  let found: string | undefined;
  for (const name in object) {
    if (context.mapping(name)?.['@id'] !== keyword) continue;
    if (found !== undefined) throw new Decline(reason);
    found = name;
  }
  return found;
}

function scalar({ coercion, datatype, context }: Property, value: JsonValue): string {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') throw new Decline('value');
  if (coercion === 'none') {
    const text = literal(value, datatype);
    if (text === undefined) throw new Decline('value');
    return text;
  }
  if (typeof value !== 'string') throw new Decline('value');
  return coercion === 'id' ? documentIri(context, value) : vocabularyTerm(context, value);
}
