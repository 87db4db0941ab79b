import type { Role } from '../../../platform/http/access.js';

/** What can be looked for by its name. */
export const FINDABLE = ['journey', 'micro-credential', 'course', 'activity', 'offering', 'person', 'credential'] as const;
export type Findable = (typeof FINDABLE)[number];

const FOR: Readonly<Record<Findable, readonly Role[]>> = {
  // One's own.
  journey: ['learner', 'instructor', 'assessor', 'office', 'admin'],
  'micro-credential': ['instructor', 'admin'],
  course: ['instructor', 'admin'],
  activity: ['instructor', 'admin'],
  // Of instructors only those that they work on.
  offering: ['instructor', 'office', 'admin'],
  person: ['office', 'admin'],
  credential: ['office', 'admin'],
};

/** What somebody with these roles finds: what they have a screen for, and no more. */
export function findableBy(roles: ReadonlySet<Role>): Findable[] {
  return FINDABLE.filter((kind) => FOR[kind].some((role) => roles.has(role)));
}
