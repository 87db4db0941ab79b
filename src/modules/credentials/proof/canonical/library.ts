import jsonld from 'jsonld';
import { loadContext, UnknownContextError } from '../contexts.js';
import type { DocumentFaultReason } from '../verifying/document-fault.js';

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

let last: Promise<unknown> = Promise.resolve();

/**
 * The canonical N-Quads that the unmodified library writes, in safe mode over the pinned contexts. It takes milliseconds for a badge and
 * more for what is made to be slow, so one document is done at a time, and other work gets its turn in between.
 * Throws UnsafeDocumentError or UnknownContextError.
 */
export async function libraryNQuads(document: object): Promise<string> {
  const turn = last.then(async () => {
    await new Promise(setImmediate);
    return canonize(document);
  });
  last = turn.catch(() => undefined);
  return turn;
}

async function canonize(document: object): Promise<string> {
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
