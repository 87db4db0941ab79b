import type { DueRule } from './deadlines.js';

/** A due rule as it lies in the database and in requests: the instant as ISO 8601 text. */
export type StoredDueRule =
  | { type: 'fixed'; at: string; timeZone: string | null }
  | { type: 'days-after-start'; days: number; timeZone: string | null };

export function readDueRule(stored: StoredDueRule | null): DueRule | null {
  if (stored === null || stored.type === 'days-after-start') return stored;
  return { ...stored, at: new Date(stored.at) };
}
