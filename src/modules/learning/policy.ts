import type { Actor } from '../../platform/http/access.js';
import { isOffice } from '../enrollment/index.js';

interface OwnedPlace {
  personId: string;
}

/** Somebody works on an offering while they are named there and still hold a role that works on offerings. */
export function worksOnOfferings(actor: Actor): boolean {
  return actor.roles.has('instructor') || actor.roles.has('assessor');
}

export function owns(actor: Actor, place: OwnedPlace): boolean {
  return place.personId === actor.personId;
}

/** The learner, the offering's staff and the office see a learner's way. */
export function maySeeWay(actor: Actor, place: OwnedPlace, isStaff: boolean): boolean {
  return owns(actor, place) || isOffice(actor) || (isStaff && worksOnOfferings(actor));
}

export function maySeeProgressOfAll(actor: Actor, isStaff: boolean): boolean {
  return isOffice(actor) || (isStaff && worksOnOfferings(actor));
}

/** Waiving and moving change what counts for somebody: for those who answer for the offering, never for oneself. */
export function mayArrange(actor: Actor, place: OwnedPlace, isInstructor: boolean): boolean {
  return !owns(actor, place) && (isOffice(actor) || (isInstructor && actor.roles.has('instructor')));
}
