import jsonld from 'jsonld';
import { loadContext, UnknownContextError } from './contexts.js';
import { documentFault, type DocumentFaultReason } from './document-fault.js';

/** A document that must not be signed or trusted, because its canonical form would not say what it shows. */
export class UnsafeDocumentError extends Error {
  constructor(
    readonly reason: DocumentFaultReason | 'not-canonicalizable' | 'already-signed',
    detail: string,
    options?: ErrorOptions,
  ) {
    super(detail, options);
    this.name = 'UnsafeDocumentError';
  }
}

type CanonizeOptions = NonNullable<Parameters<typeof jsonld.canonize>[1]>;

const options = {
  base: null,
  safe: true,
  // Both as the reference implementation of eddsa-rdfc-2022 has them; without the direction, safe mode refuses right-to-left names.
  rdfDirection: 'i18n-datatype',
  documentLoader: loadContext,
  canonizeOptions: { algorithm: 'RDFC-1.0', format: 'application/n-quads', maxWorkFactor: 1 },
} as unknown as CanonizeOptions;

/**
 * The canonical N-Quads of a JSON-LD document (RDFC-1.0), over the pinned contexts, in safe mode: a term, type or reference without
 * a meaning is refused instead of dropped. Throws UnsafeDocumentError or UnknownContextError.
 */
export async function canonicalNQuads(document: object): Promise<string> {
  const fault = documentFault(document);
  if (fault) throw new UnsafeDocumentError(fault.reason, fault.detail);
  try {
    return await jsonld.canonize(document, options);
  } catch (error) {
    throw unknownContextBehind(error) ?? new UnsafeDocumentError('not-canonicalizable', explain(error), { cause: error });
  }
}

/** jsonld wraps what the loader threw, sometimes twice. */
function unknownContextBehind(error: unknown): UnknownContextError | undefined {
  if (error instanceof UnknownContextError) return error;
  const inner = (error as { details?: { cause?: unknown } } | undefined)?.details?.cause;
  return inner === undefined ? undefined : unknownContextBehind(inner);
}

interface SafeModeError {
  readonly message: string;
  readonly details?: { readonly event?: { readonly message?: string; readonly details?: object } };
}

function explain(error: unknown): string {
  const { message, details } = error as SafeModeError;
  if (!details?.event) return message;
  return `${details.event.message ?? message} ${JSON.stringify(details.event.details ?? {})}`.slice(0, 500);
}
