import { isJsonObject, type JsonObject } from '../../domain/json.js';
import { type Digest, sha256 } from '../digests.js';

const settled = new WeakMap<JsonObject, Digest>();

/**
 * The JSON object in a text, frozen through and through: what was found out about it stays true for as long as somebody keeps it.
 * Undefined when the text holds none. For documents that are looked up again and again, such as a status list.
 */
export function settle(text: string): JsonObject | undefined {
  const document: unknown = JSON.parse(text);
  if (!isJsonObject(document)) return undefined;
  freeze(document);
  settled.set(document, sha256(JSON.stringify(document)));
  return document;
}

export function isSettled(document: unknown): document is JsonObject {
  return isJsonObject(document) && settled.has(document);
}

/** SHA-256 of the JSON text. */
export function textDigest(document: JsonObject): Digest {
  return settled.get(document) ?? sha256(JSON.stringify(document));
}

function freeze(value: object): void {
  for (const child of Object.values(value) as readonly unknown[]) {
    if (typeof child === 'object' && child !== null) freeze(child);
  }
  Object.freeze(value);
}
