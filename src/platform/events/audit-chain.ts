import { createHash } from 'node:crypto';

/** An event as the chain covers it. Times are text with microseconds, because a `Date` would not see a change of those. */
export interface ChainedEvent {
  id: string;
  institutionId: string;
  type: string;
  actorId: string | null;
  subjectType: string;
  subjectId: string;
  particulars: unknown;
  occurredAt: string;
}

/** Reads a `ChainedEvent` from the table `event`, called `e` in the query. */
export const CHAINED_EVENT_COLUMNS = `
  e.id, e.institution_id as "institutionId", e.type, e.actor_id as "actorId", e.subject_type as "subjectType",
  e.subject_id as "subjectId", e.particulars, to_char(e.occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "occurredAt"`;

/** What the first link of an institution builds on. */
export const CHAIN_START = '0'.repeat(64);

/** The hash of the link that an event makes after the link with the hash `previous`: SHA-256, lower-case hexadecimal. */
export function linkHash(previous: string, event: ChainedEvent): string {
  const { id, institutionId, type, actorId, subjectType, subjectId, particulars, occurredAt } = event;
  const covered = { id, institutionId, type, actorId, subjectType, subjectId, particulars, occurredAt };
  return createHash('sha256').update(previous).update(canonicalJson(covered)).digest('hex');
}

/** One text for one value, whatever order its members came in (RFC 8785). Takes what JSON can hold. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`).join(',')}}`;
}
