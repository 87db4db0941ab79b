import type { Role } from './queries';

export type Step = 'password' | 'institution' | 'people' | 'publish' | 'offer' | 'learners';

/** What is known of an institution that begins. */
export interface Beginnings {
  hasPassword: boolean;
  hasEmail: boolean;
  /** How often its description was changed, from 1. */
  institutionVersion: number;
  /** Every role that somebody holds. */
  rolesHeld: ReadonlySet<Role>;
  published: number;
  offerings: number;
}

const NEEDED: readonly Role[] = ['instructor', 'assessor'];

/** The way from an empty Cairn to the first badge, in its order, with what is done. */
export function firstSteps(known: Beginnings): readonly { step: Step; done: boolean }[] {
  return [
    { step: 'password', done: known.hasPassword && known.hasEmail },
    { step: 'institution', done: known.institutionVersion > 1 },
    { step: 'people', done: NEEDED.every((role) => known.rolesHeld.has(role)) },
    { step: 'publish', done: known.published > 0 },
    { step: 'offer', done: known.offerings > 0 },
    { step: 'learners', done: known.rolesHeld.has('learner') },
  ];
}
