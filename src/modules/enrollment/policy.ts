import type { Actor } from '../../platform/http/access.js';
import type { Enrollment } from './data/enrollment.entity.js';

/** Who works for the institution as a whole: sees and arranges every offering. */
export function isOffice(actor: Actor): boolean {
  return actor.roles.has('office') || actor.roles.has('admin');
}

export function mayManageOfferings(actor: Actor): boolean {
  return isOffice(actor);
}

/** Staff of the offering and the office see who is in it; a learner sees their own place. */
export function maySeeEnrollment(actor: Actor, enrollment: Pick<Enrollment, 'personId'>, isStaff: boolean): boolean {
  return enrollment.personId === actor.personId || isStaff || isOffice(actor);
}

/** A learner leaves for themselves; the office may take anybody out. */
export function mayWithdraw(actor: Actor, enrollment: Pick<Enrollment, 'personId'>): boolean {
  return enrollment.personId === actor.personId || isOffice(actor);
}

/** More time is for those who answer for the offering, never for oneself. */
export function mayExtend(actor: Actor, enrollment: Pick<Enrollment, 'personId'>, isInstructor: boolean): boolean {
  return enrollment.personId !== actor.personId && (isInstructor || isOffice(actor));
}
