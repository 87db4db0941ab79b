import { createHash } from 'node:crypto';

/** The same name for the same ids in the same order. */
export function namedAfter(ids: readonly string[]): string {
  return createHash('sha256').update(ids.join()).digest('base64url').slice(0, 22);
}
