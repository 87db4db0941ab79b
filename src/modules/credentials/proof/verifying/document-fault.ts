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
  return faultIn(document, '', 0, { values: 0, characters: 0 });
}

interface Seen {
  values: number;
  characters: number;
}

function faultIn(value: unknown, at: string, depth: number, seen: Seen): DocumentFault | undefined {
  seen.values += 1;
  if (seen.values > limits.values) return { reason: 'too-large', detail: `It has more than ${limits.values} values.` };
  if (typeof value === 'string') return faultInText(value, at, seen);
  if (typeof value === 'boolean') return undefined;
  if (typeof value === 'number') return faultInNumber(value, at);
  if (value === null) return { reason: 'null-value', detail: `${at} is null, which no signature covers.` };
  if (typeof value !== 'object') return { reason: 'not-json', detail: `${at} is a ${typeof value}, not JSON.` };
  if (depth >= limits.depth) return { reason: 'too-deep', detail: `It is nested more than ${limits.depth} levels deep.` };
  if (Array.isArray(value)) return firstFault(value.entries(), at, depth, seen);
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null)
    return { reason: 'not-json', detail: `${at} is not a plain JSON object.` };
  return faultInKeys(value, at, seen) ?? firstFault(Object.entries(value), at, depth, seen);
}

function firstFault(
  entries: Iterable<[number | string, unknown]>,
  at: string,
  depth: number,
  seen: Seen,
): DocumentFault | undefined {
  for (const [key, item] of entries) {
    const fault = faultIn(item, `${at}/${key}`, depth + 1, seen);
    if (fault) return fault;
  }
  return undefined;
}

function faultInKeys(value: object, at: string, seen: Seen): DocumentFault | undefined {
  for (const key of Object.keys(value)) {
    if (poisonousKeys.has(key)) return { reason: 'forbidden-key', detail: `${at} has a member named ${key}.` };
    if (key.startsWith('@') && !allowedKeywords.has(key))
      return { reason: 'keyword', detail: `${at} uses the JSON-LD keyword ${key}.` };
    const fault = faultInText(key, at, seen);
    if (fault) return fault;
  }
  return undefined;
}

function faultInText(text: string, at: string, seen: Seen): DocumentFault | undefined {
  seen.characters += text.length;
  if (seen.characters > limits.characters) {
    return { reason: 'too-large', detail: `It has more than ${limits.characters} characters.` };
  }
  return text.isWellFormed() ? undefined : { reason: 'ill-formed-text', detail: `${at} holds half of a surrogate pair.` };
}

function faultInNumber(number: number, at: string): DocumentFault | undefined {
  const exact =
    Number.isFinite(number) && !String(number).includes('e') && (!Number.isInteger(number) || Number.isSafeInteger(number));
  return exact
    ? undefined
    : { reason: 'unsafe-number', detail: `${at} is ${number}, which canonical text cannot hold; write it as a string.` };
}
