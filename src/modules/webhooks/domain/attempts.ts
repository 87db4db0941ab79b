const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long each try waits for the one before (Standard Webhooks 1.0, "Deliverability and reliability"): a little over three days in all. */
export const WAITS_MS: readonly number[] = [
  0,
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
];
/** The part of a wait by which it may grow, so that what failed together does not come back together. */
const JITTER = 0.1;
const LONGEST_REST_MS = DAY;
const USUAL_REST_MS = MINUTE;
/** An endpoint at which nothing has arrived for so long is told no more. */
export const FAILING_FOR_MS = 5 * DAY;

/** What came of an attempt: a status, or why there is none. */
export type Answer = { status: number; retryAfter: string | null } | { failure: string };

export type Verdict = 'delivered' | 'gone' | 'slow_down' | 'failed';

/** Only 2xx counts; a redirect is a failure; 410 wants no more; 429, 502 and 504 want a rest. */
export function judge(answer: Answer): Verdict {
  if ('failure' in answer) return 'failed';
  const { status } = answer;
  if (status >= 200 && status < 300) return 'delivered';
  if (status === 410) return 'gone';
  return status === 429 || status === 502 || status === 504 ? 'slow_down' : 'failed';
}

/** When to try again after `tries` tries; `null`: they are used up. `random` is from 0 to below 1. */
export function nextTry(tries: number, now: Date, notBefore: Date | null, random: number): Date | null {
  const wait = WAITS_MS[tries];
  if (wait === undefined) return null;
  const due = now.getTime() + wait * (1 + JITTER * random);
  return new Date(Math.max(due, notBefore?.getTime() ?? 0));
}

/** Until when the endpoint is left alone; `null`: it did not ask for a rest. `Retry-After` is seconds or a date (RFC 9110 §10.2.3). */
export function restUntil(answer: Answer, now: Date): Date | null {
  if (judge(answer) !== 'slow_down' || !('status' in answer)) return null;
  const asked = millisecondsOf(answer.retryAfter, now) ?? USUAL_REST_MS;
  return new Date(now.getTime() + Math.min(Math.max(asked, 0), LONGEST_REST_MS));
}

function millisecondsOf(retryAfter: string | null, now: Date): number | null {
  if (retryAfter === null) return null;
  if (/^\d{1,9}$/.test(retryAfter)) return Number(retryAfter) * SECOND;
  const date = Date.parse(retryAfter);
  return Number.isNaN(date) ? null : date - now.getTime();
}

/** Why an endpoint is told no more after an attempt, if it is not. */
export function disabledBecause(verdict: Verdict, failingSince: Date | null, now: Date): 'gone' | 'failing' | null {
  if (verdict === 'gone') return 'gone';
  if (verdict === 'delivered' || failingSince === null) return null;
  return now.getTime() - failingSince.getTime() >= FAILING_FOR_MS ? 'failing' : null;
}

/** How many messages one process sends to an endpoint at a time. One that fails must not hold the places of others. */
export function lanesOf({ failingSince }: { failingSince: Date | null }): number {
  return failingSince === null ? 4 : 1;
}

const LONGEST_QUEUE_MS = 10 * MINUTE;

/** How long a message waits that found all lanes of its endpoint taken: somewhere in the time that the ones before it need. */
export function laneWait(waiting: number, milliseconds: number, lanes: number, random: number): number {
  const queue = Math.min((waiting * milliseconds) / lanes, LONGEST_QUEUE_MS);
  return Math.round(SECOND + random * Math.max(queue, SECOND));
}
