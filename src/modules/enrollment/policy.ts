import type { Actor } from '../../platform/http/access.js';
import type { Enrollment } from './data/enrollment.entity.js';
import type { Offering } from './data/offering.entity.js';

/** Who works for the institution as a whole: sees and arranges every offering. */
export function isOffice(actor: Actor): boolean {
  return actor.roles.has('office') || actor.roles.has('admin');
}

export function mayManageOfferings(actor: Actor): boolean {
  return isOffice(actor);
}

/** Who is named among an offering's staff counts as such while they still hold a role that works on offerings. */
export function maySeeLearners(actor: Actor, isStaff: boolean): boolean {
  return isOffice(actor) || (isStaff && (actor.roles.has('instructor') || actor.roles.has('assessor')));
}

/** Staff of the offering and the office see who is in it; a learner sees their own place. */
export function maySeeEnrollment(actor: Actor, enrollment: Pick<Enrollment, 'personId'>, isStaff: boolean): boolean {
  return enrollment.personId === actor.personId || maySeeLearners(actor, isStaff);
}

/** Learners enrol themselves where the offering is open to them; the office enrols anybody anywhere. */
export function mayEnroll(actor: Actor, offering: Pick<Offering, 'openEnrollment'>): boolean {
  return mayManageOfferings(actor) || (offering.openEnrollment && actor.roles.has('learner'));
}

/** A learner leaves for themselves; the office may take anybody out. */
export function mayWithdraw(actor: Actor, enrollment: Pick<Enrollment, 'personId'>): boolean {
  return enrollment.personId === actor.personId || isOffice(actor);
}

/** More time is for those who answer for the offering, never for oneself. */
export function mayExtend(actor: Actor, enrollment: Pick<Enrollment, 'personId'>, isInstructor: boolean): boolean {
  const answersForIt = isOffice(actor) || (isInstructor && actor.roles.has('instructor'));
  return answersForIt && enrollment.personId !== actor.personId;
}

/** More time for oneself is for a colleague to grant. */
export function mayAccommodate(actor: Actor, personId: string): boolean {
  return isOffice(actor) && personId !== actor.personId;
}
