import type { View } from '../../api/client';
import { dayStart } from '../records/day-start';
import { isDay, isId } from '../../app/in-address';

export const KINDS = ['people', 'enrollment', 'learning', 'grading', 'authoring', 'credentials', 'institution'] as const;
export type Kind = (typeof KINDS)[number];
export type AuditEvent = View<'AuditEventView'>;

/** What the address may say. */
export interface AuditSearch {
  kind?: Kind;
  personId?: string;
  /** Days, as `2026-03-01`; both included. */
  from?: string;
  until?: string;
}

export function readAuditSearch({ kind, personId, from, until }: Record<string, unknown>): AuditSearch {
  const known = KINDS.find((one) => one === kind);
  return {
    ...(known && { kind: known }),
    ...(isId(personId) && { personId }),
    ...(isDay(from) && { from }),
    ...(isDay(until) && { until }),
  };
}

/** What the server is asked for: days become moments, by the clock of a time zone. */
export function auditFilter({ kind, personId, from, until }: AuditSearch, timeZone: string) {
  return {
    ...(kind && { kind }),
    ...(personId && { personId }),
    ...(from && { from: dayStart(from, timeZone) }),
    ...(until && { to: dayStart(until, timeZone, { after: 1 }) }),
  };
}
