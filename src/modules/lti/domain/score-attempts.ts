import type { ServiceProblem } from './service-problem.js';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** How long each further attempt waits: a little over three days in all. */
const WAITS_MS = [
  5 * SECOND,
  30 * SECOND,
  2 * MINUTE,
  10 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  6 * HOUR,
  12 * HOUR,
  24 * HOUR,
  24 * HOUR,
];
/** The part of a wait by which it may grow, so that what failed together does not come back together. */
const JITTER = 0.2;
const LONGEST_REST_MS = 24 * HOUR;
/** What a platform is given that wants a rest and does not say how long. */
const USUAL_REST_MS = MINUTE;

/** Why a score is no longer tried, until it changes or somebody asks for it to be sent again. */
export const PARK_REASONS = [
  'paused',
  'scope_missing',
  'not_allowed',
  'not_gradable',
  'rejected',
  'superseded',
  'line_item_gone',
  'unauthorized',
  'token_refused',
  'unreachable',
] as const;

export type ParkReason = (typeof PARK_REASONS)[number];

export type AfterAttempt = { park: ParkReason } | { waitMs: number };

/** Of a conflict the second is the last: the platform has a later score than any of ours. */
const FINAL: Partial<Record<ServiceProblem, ParkReason>> = {
  scope_missing: 'scope_missing',
  forbidden: 'not_allowed',
  rejected: 'rejected',
  not_found: 'line_item_gone',
  unauthorized: 'unauthorized',
};

/** What follows an attempt that failed. `attempts` counts it too; `random` is from 0 to below 1. */
export function afterAttempt(
  problem: ServiceProblem,
  {
    attempts,
    lastProblem,
    restMs,
    random,
  }: { attempts: number; lastProblem: string | null; restMs: number | null; random: number },
): AfterAttempt {
  const final = FINAL[problem];
  if (final) return { park: final };
  if (problem === 'conflict') return lastProblem === 'conflict' ? { park: 'superseded' } : { waitMs: 2 * SECOND };
  const wait = WAITS_MS[attempts - 1];
  if (wait === undefined) return { park: problem === 'token_refused' ? 'token_refused' : 'unreachable' };
  return { waitMs: Math.max(wait * (1 + JITTER * random), restMs ?? 0) };
}

/** How long a platform wants to be left alone; `null`: it did not ask for it. `Retry-After` is seconds or a date (RFC 9110 §10.2.3). */
export function restOf(problem: ServiceProblem, retryAfter: string | null, now: Date): number | null {
  if (problem !== 'slow_down' && (problem !== 'unavailable' || retryAfter === null)) return null;
  const asked = retryAfter === null ? USUAL_REST_MS : (millisecondsOf(retryAfter, now) ?? USUAL_REST_MS);
  return Math.min(Math.max(asked, SECOND), LONGEST_REST_MS);
}

function millisecondsOf(retryAfter: string, now: Date): number | null {
  if (/^\d{1,9}$/.test(retryAfter.trim())) return Number(retryAfter) * SECOND;
  const date = Date.parse(retryAfter);
  return Number.isNaN(date) ? null : date - now.getTime();
}

/**
 * The timestamp of the next attempt: whole seconds, because some platforms compare no finer, and later than the last (AGS 2.0 §3.4.7).
 * `null`: not before the last one's second is over.
 */
export function nextTimestamp(last: Date | null, now: Date): Date | null {
  const second = new Date(Math.floor(now.getTime() / SECOND) * SECOND);
  return last === null || second > last ? second : null;
}
