import { SERVICE_PROBLEMS, type ServiceProblem } from './service-problem.js';

/** Why a roster was not read to its end, or was and changed nothing. */
export const ROSTER_PROBLEMS = [
  ...SERVICE_PROBLEMS,
  // The next page is said to be at another origin.
  'pages_elsewhere',
  // Pages lead back to each other, or say nothing new any more.
  'pages_endless',
  // More pages, bytes or people than a course has.
  'too_large',
  // More than half would leave: somebody has to confirm it.
  'many_leave',
] as const;

export type RosterProblem = (typeof ROSTER_PROBLEMS)[number];

const MINUTE_MS = 60_000;
const WAITS_MS = [MINUTE_MS, 10 * MINUTE_MS, 60 * MINUTE_MS, 6 * 60 * MINUTE_MS];
const JITTER = 0.2;
/** What time alone may put right. */
const PASSING: ReadonlySet<RosterProblem> = new Set<ServiceProblem>([
  'unreachable',
  'unavailable',
  'slow_down',
  'unreadable',
  'unauthorized',
  'token_refused',
]);

/** How long the next attempt waits; `null`: none, until somebody asks again. `attempts` counts the one that failed; `random` is from 0 to below 1. */
export function waitAfter(
  problem: RosterProblem,
  { attempts, restMs, random }: { attempts: number; restMs: number | null; random: number },
): number | null {
  const wait = PASSING.has(problem) ? WAITS_MS[attempts - 1] : undefined;
  return wait === undefined ? null : Math.max(Math.round(wait * (1 + JITTER * random)), restMs ?? 0);
}

/** Whether what failed for the differences may do for the whole roster: not where the platform is not there, or wants to be left alone. */
export function mayReadWholeInstead(problem: RosterProblem): boolean {
  return problem !== 'unreachable' && problem !== 'slow_down';
}
