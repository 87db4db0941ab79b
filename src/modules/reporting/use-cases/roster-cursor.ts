import { Problem } from '../../../platform/http/problem.js';
import { invalidCursor } from '../../../platform/http/problems.js';
import type { RosterKey, RosterRow, RosterSort } from '../domain/roster.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The cursor after a row. It says by what it sorts: another order cannot go on from there. */
export function rosterCursor({ createdAt, sortName, enrollmentId }: RosterRow, sort: RosterSort): string {
  const value = sort === 'name' ? (sortName ?? '') : createdAt.toISOString();
  return Buffer.from(JSON.stringify([sort, value, enrollmentId])).toString('base64url');
}

/** `null` for the first page. Throws `request.invalid_cursor` for anything that is not of this order. */
export function readRosterCursor(text: string | undefined, sort: RosterSort): RosterKey | null {
  if (text === undefined) return null;
  try {
    const [of, value, id] = JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as unknown[];
    if (of === sort && typeof value === 'string' && typeof id === 'string' && UUID.test(id) && isOf(sort, value))
      return { value, id };
  } catch {
    // Falls through to the refusal below: whatever it was, it is not ours.
  }
  throw new Problem(invalidCursor, { detail: 'Use the value of `next` from the page before, unchanged, with the same order.' });
}

function isOf(sort: RosterSort, value: string): boolean {
  return sort === 'name' ? !value.includes('\0') : !Number.isNaN(Date.parse(value)) && /^\d{4}-/.test(value);
}
