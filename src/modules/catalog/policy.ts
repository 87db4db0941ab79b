import type { Actor } from '../../platform/http/access.js';
import { Problem, type ProblemType } from '../../platform/http/problem.js';
import { notAllowed } from '../../platform/http/problems.js';
import type { MicroCredential } from './data/micro-credential.entity.js';
import { retired } from './problems.js';

export type Refusal = 'not_an_author' | 'retired';
export type Decision = { allowed: true } | { allowed: false; reason: Refusal };

const ALLOWED: Decision = { allowed: true };

/** Authors see and change everything of their institution; there are no owners among them. */
export function canAuthor(actor: Pick<Actor, 'roles'>): Decision {
  return actor.roles.has('instructor') || actor.roles.has('admin') ? ALLOWED : { allowed: false, reason: 'not_an_author' };
}

/** Changing, publishing and retiring are alike: an author may, until it is retired. */
export function canChangeMicroCredential(
  actor: Pick<Actor, 'roles'>,
  { retiredAt }: Pick<MicroCredential, 'retiredAt'>,
): Decision {
  const decision = canAuthor(actor);
  return decision.allowed && retiredAt !== null ? { allowed: false, reason: 'retired' } : decision;
}

const PROBLEMS: Record<Refusal, { type: ProblemType; detail: string }> = {
  not_an_author: { type: notAllowed, detail: 'Only instructors and administrators change courses and micro-credentials.' },
  retired: { type: retired, detail: 'It is retired and stays as it is. Duplicate it to go on from here.' },
};

/** Throws the problem that belongs to a refusal. */
export function refuseUnlessAllowed(decision: Decision): void {
  if (decision.allowed) return;
  const { type, detail } = PROBLEMS[decision.reason];
  throw new Problem(type, { detail, facts: { reason: decision.reason } });
}
