import { Problem } from './problem.js';
import { malformedRequest } from './problems.js';
import { repeatedKey } from './repeated-key.js';

const MOST_DEPTH = 64;
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);
const decoder = new TextDecoder('utf-8', { fatal: true });

/**
 * Reads a JSON body (RFC 8259). Refuses what would be silently changed or dangerous further in: invalid UTF-8, NUL characters
 * (PostgreSQL cannot hold them), lone surrogates, keys that come twice or name an object's prototype, and nesting deeper than 64.
 */
export function readJsonBody(body: Buffer): unknown {
  if (body.length === 0) return undefined;
  const text = decodeUtf8(body);
  refuseDepth(text);
  const value = parse(text);
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

/** Counted on the text, before a parser goes down with it. */
function refuseDepth(text: string): void {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (quoted) {
      if (character === '\\') at++;
      else if (character === '"') quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === '{' || character === '[') {
      if (++depth > MOST_DEPTH) throw new Problem(malformedRequest, { detail: `The body is nested deeper than ${MOST_DEPTH}.` });
    } else if (character === '}' || character === ']') depth--;
  }
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
