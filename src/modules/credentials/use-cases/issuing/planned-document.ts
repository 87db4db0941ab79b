import type { CredentialIntent } from '../../data/credential-intent.entity.js';
import type { JsonObject } from '../../domain/json.js';

/** What is to be signed of a plan that was written before. Throws for one that was signed first, and so keeps no text of its own. */
export function plannedDocument({ id, document }: Pick<CredentialIntent, 'id' | 'document'>): JsonObject {
  if (document === null) throw new Error(`The plan ${id} has no text: it was signed before it was written`);
  return JSON.parse(document) as JsonObject;
}
