import type { LinkProps } from '@tanstack/react-router';
import type { Messages } from '../i18n';
import type { Role } from './session';

export interface Destination {
  key: keyof Messages['common']['nav'];
  to: LinkProps['to'];
  roles: readonly Role[];
  /** Where the addresses begin that one is led to from there, without being below it. */
  leadsTo?: readonly string[];
}

/** What the top bar offers, by role. */
const DESTINATIONS: readonly Destination[] = [
  { key: 'overview', to: '/overview', roles: ['office', 'admin'] },
  {
    key: 'learning',
    to: '/',
    roles: ['learner', 'instructor', 'assessor', 'office', 'admin'],
    leadsTo: ['/learning/', '/enroll/', '/notes'],
  },
  { key: 'badges', to: '/badges', roles: ['learner'], leadsTo: ['/portfolio'] },
  { key: 'calendar', to: '/calendar', roles: ['learner'] },
  { key: 'studio', to: '/studio', roles: ['instructor', 'admin'] },
  { key: 'grading', to: '/grading', roles: ['assessor'] },
  {
    key: 'offerings',
    to: '/offerings',
    roles: ['office', 'admin'],
    leadsTo: ['/enrollment-imports', '/editions/', '/requalifications/'],
  },
  { key: 'enrollments', to: '/enrollments', roles: ['office', 'admin'], leadsTo: ['/enrollment-acts'] },
  { key: 'people', to: '/people', roles: ['office', 'admin'], leadsTo: ['/audit'] },
  // Administrators find them under the institution.
  { key: 'letters', to: '/letters', roles: ['office'] },
  { key: 'institution', to: '/institution', roles: ['admin'] },
  { key: 'firstSteps', to: '/first-steps', roles: ['admin'] },
  { key: 'completions', to: '/completions', roles: ['office', 'admin'] },
  { key: 'credentials', to: '/credentials', roles: ['office', 'admin'] },
];

export function navigationFor(roles: readonly Role[]): readonly Destination[] {
  return DESTINATIONS.filter((destination) => destination.roles.some((role) => roles.includes(role)));
}
