import { Problem } from '../../../platform/http/problem.js';
import { invalidFields } from '../../../platform/http/problems.js';
import { parseDateTimeStamp } from '../../credentials/index.js';
import type { HeldQuery } from '../use-cases/read-backpack.js';

const MOST = 100;
const FARTHEST = 1_000_000;

/** `limit`, `offset` and `since` (OB 3.0 §6.2.2); others are ignored. */
export function readHeldQuery(query: Readonly<Record<string, unknown>>): HeldQuery {
  const { since } = query;
  const moment = since === undefined ? null : parseDateTimeStamp(since);
  if (moment === undefined) throw unusable('since', 'Use a date and time with a zone, such as 2026-03-01T09:30:00Z.');
  return { since: moment, limit: Math.min(whole(query, 'limit', 1, 50), MOST), offset: whole(query, 'offset', 0, 0) };
}

function whole(query: Readonly<Record<string, unknown>>, name: string, least: number, otherwise: number): number {
  const text = query[name];
  if (text === undefined) return otherwise;
  const value = typeof text === 'string' && /^\d{1,7}$/.test(text) ? Number(text) : NaN;
  if (!(value >= least && value <= FARTHEST)) throw unusable(name, `Use a whole number from ${least} to ${FARTHEST}.`);
  return value;
}

function unusable(field: string, detail: string): Problem {
  return new Problem(invalidFields, { errors: [{ field, code: 'unusable', detail }] });
}

/** RFC 8288 links to the other pages of a list. */
export function pageLinks(url: string, { limit, offset, since }: HeldQuery, total: number): string {
  const to = (rel: string, at: number) => {
    const parameters = new URLSearchParams({
      limit: String(limit),
      offset: String(at),
      ...(since ? { since: since.toISOString() } : {}),
    });
    return `<${url}?${parameters.toString()}>; rel="${rel}"`;
  };
  const last = Math.max(0, Math.floor((total - 1) / limit) * limit);
  return [
    to('first', 0),
    ...(offset > 0 ? [to('prev', Math.max(0, Math.min(offset, total) - limit))] : []),
    ...(offset + limit < total ? [to('next', offset + limit)] : []),
    to('last', last),
  ].join(', ');
}
