import { RecentlyUsed } from '../../../platform/recently-used.js';
import type { JsonObject, JsonValue } from '../domain/json.js';
import { canonicalNQuads } from './canonicalize.js';

export const CRYPTOSUITE = 'eddsa-rdfc-2022';

/** The options of a proof before it has a value (VC Data Integrity EdDSA §3.2.5). `created` is a dateTimeStamp. */
export function proofOptions(verificationMethod: string, created: string): JsonObject {
  return { type: 'DataIntegrityProof', cryptosuite: CRYPTOSUITE, created, verificationMethod, proofPurpose: 'assertionMethod' };
}

/** Whether they have the members of `proofOptions`, no fewer and no more. Expects those to be well-formed. */
export function isPlainOptions(
  options: JsonObject,
): options is JsonObject & { readonly verificationMethod: string; readonly created: string } {
  const { type, cryptosuite, created, verificationMethod, proofPurpose } = options;
  const known = type === 'DataIntegrityProof' && cryptosuite === CRYPTOSUITE && proofPurpose === 'assertionMethod';
  if (!known || typeof created !== 'string' || typeof verificationMethod !== 'string') return false;
  return Object.keys(options).length === 5;
}

const marker = '1970-01-01T00:00:00Z';
const templates = new RecentlyUsed<readonly string[]>(64);

/**
 * The canonical form of `proofOptions` under the document's contexts. Expanding the contexts costs milliseconds and everything but
 * `created` is the same for all credentials of a key, so the text is kept, cut at the date. Sound because the options are one blank node
 * with one value a property: no other date can change its label or the order of its lines.
 */
export async function canonicalProofOptions(contexts: JsonValue, verificationMethod: string, created: string): Promise<string> {
  const key = JSON.stringify([contexts, verificationMethod]);
  let template = templates.get(key);
  if (!template) {
    template = await compile(contexts, verificationMethod);
    templates.set(key, template, 1);
  }
  return template.join(`"${created}"`);
}

async function compile(contexts: JsonValue, verificationMethod: string): Promise<readonly string[]> {
  const text = await canonicalNQuads({ '@context': contexts, ...proofOptions(verificationMethod, marker) });
  const pieces = text.split(`"${marker}"`);
  if (pieces.length !== 2) throw new Error(`The proof options of ${verificationMethod} do not hold their date exactly once.`);
  return pieces;
}
