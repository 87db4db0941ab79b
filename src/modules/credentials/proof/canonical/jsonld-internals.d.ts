// jsonld 9.0.0 has no `exports` map, so its context processor can be imported; it is not a public interface. The version is pinned in
// package.json and walker.spec.ts compares every result with the public one: look here when either changes.
declare module 'jsonld/lib/context.js' {
  export interface TermMapping {
    readonly '@id': string | null;
    readonly '@type'?: string;
    readonly '@container'?: readonly string[];
    readonly '@context'?: unknown;
    readonly reverse?: boolean;
  }

  export interface ProcessedContext {
    readonly mappings: ReadonlyMap<string, TermMapping | null>;
    readonly previousContext?: ProcessedContext;
  }

  export interface ProcessingOptions {
    readonly base: null;
    readonly documentLoader: (url: string) => Promise<unknown>;
    readonly contextResolver: object;
    readonly eventHandler: readonly ((given: { event: { message?: string } }) => void)[];
  }

  const processor: {
    process(step: {
      activeCtx: ProcessedContext;
      localCtx: unknown;
      options: ProcessingOptions;
      propagate?: boolean;
      overrideProtected?: boolean;
    }): Promise<ProcessedContext>;
    getInitialContext(options: { processingMode?: string }): ProcessedContext;
  };
  export default processor;
}

declare module 'jsonld/lib/ContextResolver.js' {
  const ContextResolver: new (caches: { sharedCache: Map<string, unknown> }) => object;
  export default ContextResolver;
}
