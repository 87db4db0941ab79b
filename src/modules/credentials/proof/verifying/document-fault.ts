/** Why a document cannot be signed or checked as it is, and where. */
export interface DocumentFault {
  readonly reason: DocumentFaultReason;
  readonly detail: string;
}

export type DocumentFaultReason =
  | 'not-a-json-object'
  | 'not-json'
  | 'too-deep'
  | 'too-large'
  | 'forbidden-key'
  | 'keyword'
  | 'null-value'
  | 'unsafe-number'
  | 'ill-formed-text';

/** Generous for a badge of tens of kilobytes; canonicalising costs about 0.1 ms a value, so these also bound the time. */
const limits = { depth: 32, values: 5_000, characters: 1_000_000 };

const poisonousKeys = new Set(['__proto__', 'constructor', 'prototype']);
// Other keywords (@graph, @included, @nest, @reverse, @id …) let a document mean something else than it shows.
const allowedKeywords = new Set(['@context', '@value', '@language', '@direction']);

/**
 * The first thing in the value that a signature would not cover faithfully: jsonld drops `__proto__` and null without a word, writes 1e-7
 * as 0, and UTF-8 has no lone surrogates. Also bounds depth and size. Returns undefined for a safe JSON object.
 */
export function documentFault(document: unknown): DocumentFault | undefined {
  if (typeof document !== 'object' || document === null || Array.isArray(document)) {
    return { reason: 'not-a-json-object', detail: 'The document is not a JSON object.' };
  }
  const found = faultIn(document, 0, { values: 0, characters: 0 });
  return found && { reason: found.reason, detail: found.detail(found.path.map((name) => `/${name}`).join('')) };
}

interface Seen {
  values: number;
  characters: number;
}

/** Where it is, is only put together for a fault: nearly all documents have none, and theirs are a hundred places and more. */
interface Found {
  readonly reason: DocumentFaultReason;
  readonly path: (string | number)[];
  readonly detail: (at: string) => string;
}

function found(reason: DocumentFaultReason, detail: (at: string) => string): Found {
  return { reason, path: [], detail };
}

function faultIn(value: unknown, depth: number, seen: Seen): Found | undefined {
  seen.values += 1;
  if (seen.values > limits.values) return found('too-large', () => `It has more than ${limits.values} values.`);
  if (typeof value === 'string') return faultInText(value, seen);
  if (typeof value === 'boolean') return undefined;
  if (typeof value === 'number') return faultInNumber(value);
  if (value === null) return found('null-value', (at) => `${at} is null, which no signature covers.`);
  if (typeof value !== 'object') return found('not-json', (at) => `${at} is a ${typeof value}, not JSON.`);
  if (depth >= limits.depth) return found('too-deep', () => `It is nested more than ${limits.depth} levels deep.`);
  return Array.isArray(value) ? faultInList(value, depth, seen) : faultInObject(value as Record<string, unknown>, depth, seen);
}

function faultInList(list: readonly unknown[], depth: number, seen: Seen): Found | undefined {
  for (let place = 0; place < list.length; place += 1) {
    const fault = faultIn(list[place], depth + 1, seen);
    if (fault) return within(fault, place);
  }
  return undefined;
}

function faultInObject(object: Readonly<Record<string, unknown>>, depth: number, seen: Seen): Found | undefined {
  const prototype: unknown = Object.getPrototypeOf(object);
  if (prototype !== Object.prototype && prototype !== null) return found('not-json', (at) => `${at} is not a plain JSON object.`);
  for (const key in object) {
    const keyFault = faultInKey(key, seen);
    if (keyFault) return keyFault;
    const fault = faultIn(object[key], depth + 1, seen);
    if (fault) return within(fault, key);
  }
  return undefined;
}

function within(fault: Found, name: string | number): Found {
  fault.path.unshift(name);
  return fault;
}

function faultInKey(key: string, seen: Seen): Found | undefined {
  if (poisonousKeys.has(key)) return found('forbidden-key', (at) => `${at} has a member named ${key}.`);
  if (key.startsWith('@') && !allowedKeywords.has(key)) return found('keyword', (at) => `${at} uses the JSON-LD keyword ${key}.`);
  return faultInText(key, seen);
}

function faultInText(text: string, seen: Seen): Found | undefined {
  seen.characters += text.length;
  if (seen.characters > limits.characters) return found('too-large', () => `It has more than ${limits.characters} characters.`);
  return text.isWellFormed() ? undefined : found('ill-formed-text', (at) => `${at} holds half of a surrogate pair.`);
}

function faultInNumber(number: number): Found | undefined {
  // Most are small whole numbers, whose text holds no surprise.
  if (Number.isSafeInteger(number)) return undefined;
  const exact = Number.isFinite(number) && !Number.isInteger(number) && !String(number).includes('e');
  if (exact) return undefined;
  return found('unsafe-number', (at) => `${at} is ${number}, which canonical text cannot hold; write it as a string.`);
}
