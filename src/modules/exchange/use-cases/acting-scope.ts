import type { InstitutionScope } from '../../../platform/database/scope.js';
import type { SignedIn } from '../../../platform/http/access.js';
import { Problem } from '../../../platform/http/problem.js';
import { notAllowed } from '../../../platform/http/problems.js';

export function actingScope({ institutionId }: SignedIn): InstitutionScope {
  if (institutionId === null) throw new Problem(notAllowed, { detail: 'Choose the institution to act for first.' });
  return { institutionId };
}
