import { repeatedKey } from '../../../../platform/http/repeated-key.js';
import { isJsonObject, type JsonObject } from '../../domain/json.js';

export type ReadJson =
  | { readonly ok: true; readonly document: JsonObject }
  | {
      readonly ok: false;
      readonly reason: 'not-json' | 'not-a-json-object' | 'key-repeated' | 'too-deep';
      readonly detail: string;
    };

const maxDepth = 64;

/** The JSON object in a text. A name that comes twice is refused: who signed may have meant the one, and readers show the other. */
export function readJsonObject(text: string): ReadJson {
  if (deeperThan(text, maxDepth))
    return { ok: false, reason: 'too-deep', detail: `It is nested more than ${maxDepth} levels deep.` };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { ok: false, reason: 'not-json', detail: 'This is not JSON.' };
  }
  if (!isJsonObject(value)) return { ok: false, reason: 'not-a-json-object', detail: 'This is not a JSON object.' };
  const repeated = repeatedKey(text);
  if (repeated === null) return { ok: true, document: value };
  return { ok: false, reason: 'key-repeated', detail: `${JSON.stringify(repeated)} stands twice in one object.` };
}

/** Counted on the text, before a parser has to go down with it. */
function deeperThan(text: string, most: number): boolean {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (quoted && character === '\\') at += 1;
    else if (character === '"') quoted = !quoted;
    else if (!quoted && (character === '{' || character === '[')) depth += 1;
    else if (!quoted && (character === '}' || character === ']')) depth -= 1;
    if (depth > most) return true;
  }
  return false;
}
