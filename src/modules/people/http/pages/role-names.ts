import type { Role } from '../../../../platform/http/access.js';

const NAMES: Record<Role, string> = {
  learner: 'learner',
  instructor: 'instructor',
  assessor: 'assessor',
  office: 'office',
  admin: 'administrator',
};

export function roleNames(roles: readonly Role[]): string {
  return new Intl.ListFormat('en', { type: 'conjunction' }).format(roles.map((role) => NAMES[role]));
}
