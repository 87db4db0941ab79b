import { canonicalText } from './canonical/dataset.js';
import { Decline } from './canonical/decline.js';
import { libraryNQuads, UnsafeDocumentError } from './canonical/library.js';
import { countDecline, countDone } from './canonical/tally.js';
import { datasetOf } from './canonical/walker.js';
import { documentFault } from './verifying/document-fault.js';
import type { JsonObject } from '../domain/json.js';

export { UnsafeDocumentError } from './canonical/library.js';

/**
 * The canonical N-Quads of a JSON-LD document (RDFC-1.0), over the pinned contexts, in safe mode: a term, type or reference without
 * a meaning is refused instead of dropped. Throws UnsafeDocumentError or UnknownContextError.
 */
export async function canonicalNQuads(document: object): Promise<string> {
  const fault = documentFault(document);
  if (fault) throw new UnsafeDocumentError(fault.reason, fault.detail);
  return canonicalNQuadsOfSafe(document as JsonObject);
}

/** The same for a document in which `documentFault` found nothing: by the walker, or by the library whenever the walker is not sure. */
export async function canonicalNQuadsOfSafe(document: JsonObject): Promise<string> {
  const text = await walkedNQuads(document);
  if (text !== undefined) return text;
  countDone('library');
  return libraryNQuads(document);
}

async function walkedNQuads(document: JsonObject): Promise<string | undefined> {
  try {
    const text = canonicalText(await datasetOf(document));
    countDone('walker');
    return text;
  } catch (error) {
    if (!(error instanceof Decline)) throw error;
    countDecline('walker', error.reason);
    return undefined;
  }
}
