import type { ServiceProblem } from './service-problem.js';

/** How it stands with notices of a platform: we ask for them, it takes our address, it refuses, or we gave up. */
export const NOTICE_STATES = ['asked', 'taken', 'refused', 'given_up'] as const;
export type NoticeState = (typeof NOTICE_STATES)[number];

/** Will be the same however often it is asked. */
const FINAL: ReadonlySet<ServiceProblem> = new Set(['scope_missing', 'forbidden', 'not_found', 'rejected', 'conflict']);

export function isFinal(problem: ServiceProblem): boolean {
  return FINAL.has(problem);
}

interface Answered {
  registeredAt: Date | null;
  /** What came of the last attempt. */
  problem: ServiceProblem | null;
  /** All tries are used up, so that no other attempt follows. */
  isGivenUp: boolean;
}

export function noticeState({ registeredAt, problem, isGivenUp }: Answered): NoticeState {
  if (registeredAt) return 'taken';
  if (problem !== null && isFinal(problem)) return 'refused';
  return isGivenUp ? 'given_up' : 'asked';
}

export const WHY_NOT_ASKED = ['not_offered', 'taken', 'off'] as const;
export type WhyNotAsked = (typeof WHY_NOT_ASKED)[number];

interface Asked {
  /** Registration and deployment are in use. */
  inUse: boolean;
  /** `null`: the platform never said that it sends notices. */
  handler: { registeredAt: Date | null } | null;
}

/** Why a platform is not asked again by hand; `null`: it is. */
export function whyNotAsked({ inUse, handler }: Asked): WhyNotAsked | null {
  if (!handler) return 'not_offered';
  if (handler.registeredAt) return 'taken';
  return inUse ? null : 'off';
}
