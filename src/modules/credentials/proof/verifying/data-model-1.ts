import type { JsonObject } from '../../domain/json.js';
import { CREDENTIALS_V1 } from '../context-pins.js';

/**
 * How a credential of VC data model 1.1 reads in the words of 2.0: only the names of its dates differ (VC 1.1 §4.6, VC 2.0 §4.9). For
 * checks of form and dates alone; a proof covers the document as it was written. Other documents are returned as they are.
 */
export function asVersion2(document: JsonObject): JsonObject {
  const contexts = document['@context'];
  if (!Array.isArray(contexts) || contexts[0] !== CREDENTIALS_V1) return document;
  const { issuanceDate, expirationDate, ...others } = document;
  return {
    ...others,
    ...(issuanceDate === undefined ? {} : { validFrom: issuanceDate }),
    ...(expirationDate === undefined ? {} : { validUntil: expirationDate }),
  };
}
