import { Problem } from './problem.js';
import { malformedRequest } from './problems.js';
import { decodeUtf8, refuseUnusable } from './read-json-body.js';

const MOST_FIELDS = 100;

/**
 * Reads the body of a form (application/x-www-form-urlencoded): one text for each name. Refuses what `readJsonBody` refuses, and
 * besides escapes that cannot be decoded and names that come twice, of which somebody further in would pick one.
 */
export function readFormBody(body: Buffer): Record<string, string> {
  const pairs = decodeUtf8(body)
    .split('&', MOST_FIELDS + 1)
    .filter((pair) => pair !== '');
  if (pairs.length > MOST_FIELDS) refuse('', 'too_many', `A form may have at most ${MOST_FIELDS} fields.`);
  const fields = new Map<string, string>();
  for (const pair of pairs) {
    const cut = pair.includes('=') ? pair.indexOf('=') : pair.length;
    const name = unescaped(pair.slice(0, cut), '');
    if (fields.has(name)) refuse(name, 'repeated', 'It was sent twice.');
    fields.set(name, unescaped(pair.slice(cut + 1), name));
  }
  // Not by assignment: a name may still be `__proto__` here.
  const form = Object.fromEntries(fields);
  refuseUnusable(form, '');
  return form;
}

function unescaped(text: string, field: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return refuse(field, 'escape', 'It holds an escape that is not UTF-8.');
  }
}

function refuse(field: string, code: string, detail: string): never {
  throw new Problem(malformedRequest, { detail: 'The form cannot be used.', errors: [{ field, code, detail }] });
}
