import type { View } from '../../api/client';
import { dayStart } from '../records/day-start';

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

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

export function readAuditSearch({ kind, personId, from, until }: Record<string, unknown>): AuditSearch {
  const known = KINDS.find((one) => one === kind);
  return {
    ...(known && { kind: known }),
    ...(fits(personId, UUID) && { personId }),
    ...(fits(from, DAY) && { from }),
    ...(fits(until, DAY) && { until }),
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

function fits(value: unknown, pattern: RegExp): value is string {
  return typeof value === 'string' && pattern.test(value);
}
