import type { InstitutionScope } from '../database/scope.js';
import type { SignedIn } from './access.js';
import { Problem } from './problem.js';
import { notAllowed } from './problems.js';

/** The institution for which somebody acts now; refused with `access.not_allowed` while they act for none. */
export function actingScope({ institutionId }: Pick<SignedIn, 'institutionId'>): InstitutionScope {
  if (institutionId === null)
    throw new Problem(notAllowed, {
      detail: 'Choose the institution to act for first.',
      facts: { reason: 'no_institution' },
    });
  return { institutionId };
}
