import { isJsonObject, type JsonObject, type JsonValue } from '../../domain/json.js';
import { CREDENTIALS_V1, CREDENTIALS_V2 } from '../context-pins.js';

/**
 * How a credential of VC data model 1.1 reads in the words of 2.0: only its context and the names of its dates differ (VC 1.1 §4.6,
 * VC 2.0 §4.9), and so with the endorsements in it. For checks of form and dates alone; a proof covers the document as it was written.
 * Other documents are returned as they are.
 */
export function asVersion2(document: JsonObject): JsonObject {
  return isVersion1(document) ? renamed(document) : document;
}

function isVersion1({ '@context': contexts }: JsonObject): boolean {
  return Array.isArray(contexts) && contexts[0] === CREDENTIALS_V1;
}

function inside(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return (value as readonly JsonValue[]).map(inside);
  if (!isJsonObject(value)) return value;
  return isVersion1(value) ? renamed(value) : membersInside(value);
}

function renamed(credential: JsonObject): JsonObject {
  const { '@context': contexts, issuanceDate, expirationDate, ...others } = credential;
  return {
    '@context': [CREDENTIALS_V2, ...(contexts as readonly JsonValue[]).slice(1)],
    ...membersInside(others),
    ...(issuanceDate === undefined ? {} : { validFrom: issuanceDate }),
    ...(expirationDate === undefined ? {} : { validUntil: expirationDate }),
  };
}

function membersInside(object: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(object).map(([name, member]) => [name, inside(member)]));
}
