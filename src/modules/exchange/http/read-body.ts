import { isJsonObject, type JsonObject } from '../../credentials/index.js';
import { Problem } from '../../../platform/http/problem.js';
import { malformedDocument } from '../problems.js';

/** The body of a protocol whose unknown members are ignored, so that no DTO can read it: a JSON object, or `exchange.malformed`. */
export function readObject(body: unknown): JsonObject {
  if (!isJsonObject(body)) throw new Problem(malformedDocument, { detail: 'Send a JSON object.' });
  return body;
}

/** A body that is a compact JWS (RFC 7515 §7.1), without white space around it; whether it holds is not yet known. */
export function readToken(body: string): string {
  const token = body.trim();
  if (!/^[\w-]+\.[\w-]+\.[\w-]*$/.test(token))
    throw new Problem(malformedDocument, { detail: 'Send the compact JWS and nothing else as text, or the credential as JSON.' });
  return token;
}

/** The fields of a form, or of JSON with texts alone; others count as absent. */
export function readTexts(body: unknown): Record<string, string> {
  const texts = Object.entries(readObject(body)).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return Object.fromEntries(texts);
}
