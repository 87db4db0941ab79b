import type { ServiceProblem } from './service-problem.js';

/** How it stands with notices of a platform: we asked for them, it takes our address, or it refuses. */
export const NOTICE_STATES = ['asked', 'taken', 'refused'] as const;
export type NoticeState = (typeof NOTICE_STATES)[number];

/** Will be the same however often it is asked. */
const FINAL: ReadonlySet<ServiceProblem> = new Set(['scope_missing', 'forbidden', 'not_found', 'rejected', 'conflict']);

export function isFinal(problem: ServiceProblem): boolean {
  return FINAL.has(problem);
}

/** `problem`: what came of the last attempt, which may still be followed by others. */
export function noticeState(registeredAt: Date | null, problem: ServiceProblem | null): NoticeState {
  if (registeredAt) return 'taken';
  return problem !== null && isFinal(problem) ? 'refused' : 'asked';
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
