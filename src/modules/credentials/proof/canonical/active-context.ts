import processor, { type ProcessedContext, type ProcessingOptions, type TermMapping } from 'jsonld/lib/context.js';
import ContextResolver from 'jsonld/lib/ContextResolver.js';
import { loadContext } from '../contexts.js';
import { Decline } from './decline.js';

/** A context that a term definition brings for its values or its type's members, with its text as a name. */
export interface LocalContext {
  readonly value: unknown;
  readonly text: string;
}

/** How a scoped context enters (JSON-LD 1.1 §4.1.8): a property's goes on to nested nodes, a type's ends with the node. */
export type Scope = 'property' | 'type';

/** Thrown by a walk that needs a context nobody has made yet. Making one is asynchronous, so the walk is begun again afterwards. */
export class MissingContext {
  constructor(
    readonly parent: ActiveContext,
    readonly local: LocalContext,
    readonly scope: Scope,
  ) {}
}

// What of JSON-LD the walker knows nothing of: a context that has it is left to the library.
const strange = ['@base', '@vocab', '@language', '@direction'];
const mostContexts = 128;

/** What the terms mean at one place of a document. Made by the library's own context processor, once, and shared from then on. */
export class ActiveContext {
  private readonly scoped: Readonly<Record<Scope, Map<string, ActiveContext>>> = { property: new Map(), type: new Map() };

  private constructor(
    private readonly family: Family,
    private readonly processed: ProcessedContext,
    /** Where a nested node returns to, when this context came with a type. */
    readonly previous: ActiveContext | undefined,
  ) {
    family.size += 1;
  }

  /** Throws Decline when the list of contexts means something that only the library understands. */
  static async of(urls: readonly string[]): Promise<ActiveContext> {
    const family = new Family();
    const initial = processor.getInitialContext({});
    return new ActiveContext(family, await family.process(initial, { value: urls, text: JSON.stringify(urls) }), undefined);
  }

  mapping(term: string): TermMapping | undefined {
    return this.processed.mappings.get(term) ?? undefined;
  }

  /** Whether the word before the colon is a term, so that the value may be a compact IRI. */
  hasTerm(term: string): boolean {
    return this.processed.mappings.has(term);
  }

  within(local: LocalContext, scope: Scope): ActiveContext {
    const found = this.scoped[scope].get(local.text);
    if (!found) throw new MissingContext(this, local, scope);
    return found;
  }

  /** Makes the context that a walk missed. */
  async make(local: LocalContext, scope: Scope): Promise<void> {
    if (this.family.size >= mostContexts) throw new Decline('too-many-contexts');
    const processed = await this.family.process(this.processed, local, scope);
    const previous = this.previous ?? (scope === 'type' ? this : undefined);
    // `@propagate` in the context would have it otherwise.
    if (Boolean(processed.previousContext) !== Boolean(previous)) throw new Decline('scoped-context');
    this.scoped[scope].set(local.text, new ActiveContext(this.family, processed, previous));
  }

  get isFull(): boolean {
    return this.family.size >= mostContexts;
  }
}

/** All contexts that follow from one list of URLs. */
class Family {
  size = 0;
  private readonly options: ProcessingOptions = {
    base: null,
    documentLoader: loadContext,
    contextResolver: new ContextResolver({ sharedCache: new Map() }),
    eventHandler: [
      ({ event }) => {
        throw new Error(event.message);
      },
    ],
  };

  async process(from: ProcessedContext, local: LocalContext, scope?: Scope): Promise<ProcessedContext> {
    const processed = await processor
      .process({
        activeCtx: from,
        localCtx: local.value,
        options: this.options,
        propagate: scope !== 'type',
        overrideProtected: scope === 'property',
      })
      // Two types may contradict each other, for one. What is wrong with it is for the library to say.
      .catch((error: unknown) => {
        throw new Decline('contexts', { cause: error });
      });
    if (strange.some((keyword) => keyword in processed)) throw new Decline('scoped-context');
    return processed;
  }
}
