import { Problem } from '../../../platform/http/problem.js';
import { notAllowed } from '../../../platform/http/problems.js';
import type { Decision } from '../policy.js';

/** Turns a policy's refusal into the answer that the caller hears. */
export function refuseUnless(decision: Decision): void {
  if (!decision.allowed) throw new Problem(notAllowed, { detail: decision.reason, facts: { reason: decision.key } });
}
