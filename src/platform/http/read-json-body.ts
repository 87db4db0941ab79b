import { Problem } from './problem.js';
import { malformedRequest } from './problems.js';
import { repeatedKey } from './repeated-key.js';

const MOST_DEPTH = 64;
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);
const FORBIDDEN_IN_QUOTES = [...FORBIDDEN_KEYS].map((key) => `"${key}"`);
const [QUOTE, COLON, OPEN_OBJECT, CLOSE_OBJECT, OPEN_LIST, CLOSE_LIST] = Array.from('":{}[]', (one) => one.charCodeAt(0));
const decoder = new TextDecoder('utf-8', { fatal: true });

/**
 * Reads a JSON body (RFC 8259). Refuses what would be silently changed or dangerous further in: invalid UTF-8, NUL characters
 * (PostgreSQL cannot hold them), lone surrogates, keys that come twice or name an object's prototype, and nesting deeper than 64.
 */
export function readJsonBody(body: Buffer): unknown {
  if (body.length === 0) return undefined;
  const text = decodeUtf8(body);
  const pairs = countPairs(text);
  const value = parse(text);
  if (isHarmless(text) && countNames(value) === pairs) return value;
  const repeated = repeatedKey(text);
  if (repeated !== null) refuseField(repeated, 'repeated', 'An object has it twice.');
  refuseUnusable(value, '');
  return value;
}

/** Throws `request.malformed` for bytes that are not UTF-8. */
export function decodeUtf8(body: Buffer): string {
  try {
    return decoder.decode(body);
  } catch {
    throw new Problem(malformedRequest, { detail: 'The body is not valid UTF-8.' });
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Problem(malformedRequest, { detail: `The body is not valid JSON: ${(error as Error).message}` });
  }
}

/** How many names stand before a value. Counts the depth as well: on the text, before a parser goes down with it. */
function countPairs(text: string): number {
  let depth = 0;
  let pairs = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text.charCodeAt(at);
    if (character === QUOTE) at = endOfQuoted(text, at);
    else if (character === COLON) pairs++;
    else if (character === OPEN_OBJECT || character === OPEN_LIST) {
      if (++depth > MOST_DEPTH) throw new Problem(malformedRequest, { detail: `The body is nested deeper than ${MOST_DEPTH}.` });
    } else if (character === CLOSE_OBJECT || character === CLOSE_LIST) depth--;
  }
  return pairs;
}

/** Where the string that begins at `start` has its closing quote; the end of the text if it has none. */
function endOfQuoted(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); at !== -1; at = text.indexOf('"', at + 1)) {
    let before = at - 1;
    while (text[before] === '\\') before--;
    if ((at - before) % 2 === 1) return at;
  }
  return text.length;
}

/**
 * Whether no string in the JSON can be one that is refused: NUL and half characters can only be written as escapes. Most bodies are
 * harmless, and to look at their strings one by one would cost more than to parse them.
 */
function isHarmless(text: string): boolean {
  return !text.includes('\\u') && !FORBIDDEN_IN_QUOTES.some((key) => text.includes(key));
}

/** As many as there are pairs in its text, unless an object there has a name twice. */
function countNames(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  let names = 0;
  if (Array.isArray(value)) for (const item of value) names += countNames(item);
  else for (const name in value) names += 1 + countNames((value as Record<string, unknown>)[name]);
  return names;
}

/** Throws `request.malformed` with the first field whose text or name cannot be kept or is dangerous. */
export function refuseUnusable(value: unknown, path: string): void {
  if (typeof value === 'string') {
    if (value.includes('\u0000') || !value.isWellFormed())
      refuseField(path, 'characters', 'It holds a NUL character or half a character.');
  } else if (Array.isArray(value)) value.forEach((item, index) => refuseUnusable(item, `${path}[${index}]`));
  else if (value !== null && typeof value === 'object') {
    for (const [key, item] of Object.entries(value)) {
      const field = path ? `${path}.${key}` : key;
      if (FORBIDDEN_KEYS.has(key)) refuseField(field, 'name', 'A field cannot have this name.');
      if (key.includes('\u0000')) refuseField(path, 'name', 'A field name holds a NUL character.');
      refuseUnusable(item, field);
    }
  }
}

function refuseField(field: string, code: string, detail: string): never {
  throw new Problem(malformedRequest, { detail: 'The body cannot be used.', errors: [{ field, code, detail }] });
}
