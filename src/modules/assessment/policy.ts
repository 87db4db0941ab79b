import type { Actor } from '../../platform/http/access.js';
import { isOffice } from '../enrollment/index.js';

interface Owned {
  personId: string;
}

/** The learner and those who answer for the offering see the work; nobody else does. */
export function maySeeWork(actor: Actor, work: Owned, isStaff: boolean): boolean {
  return actor.personId === work.personId || isStaff || isOffice(actor);
}

/** Verdicts come from the offering's own assessors, while they hold the role. */
export function mayGrade(actor: Actor, isOfferingAssessor: boolean): boolean {
  return actor.roles.has('assessor') && isOfferingAssessor;
}

/** A verdict is put right by the offering's assessors or by the office, never on one's own work. */
export function mayCorrect(actor: Actor, work: Owned, isOfferingAssessor: boolean): boolean {
  return actor.personId !== work.personId && (mayGrade(actor, isOfferingAssessor) || isOffice(actor));
}
