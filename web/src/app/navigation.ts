import type { LinkProps } from '@tanstack/react-router';
import type { Messages } from '../i18n';
import type { Role } from './session';

export interface Destination {
  key: keyof Messages['common']['nav'];
  to: LinkProps['to'];
  roles: readonly Role[];
}

/** What the top bar offers, by role. */
const DESTINATIONS: readonly Destination[] = [
  { key: 'overview', to: '/overview', roles: ['office', 'admin'] },
  { key: 'learning', to: '/', roles: ['learner', 'instructor', 'assessor', 'office', 'admin'] },
  { key: 'badges', to: '/badges', roles: ['learner'] },
  { key: 'calendar', to: '/calendar', roles: ['learner'] },
  { key: 'studio', to: '/studio', roles: ['instructor', 'admin'] },
  { key: 'grading', to: '/grading', roles: ['assessor'] },
  { key: 'offerings', to: '/offerings', roles: ['office', 'admin'] },
  { key: 'enrollments', to: '/enrollments', roles: ['office', 'admin'] },
  { key: 'people', to: '/people', roles: ['office', 'admin'] },
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
