import { Injectable } from '@nestjs/common';
import { system } from '../../../platform/database/scope.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { SignedIn } from '../../../platform/http/access.js';
import { type FieldError, Problem } from '../../../platform/http/problem.js';
import { notAllowed } from '../../../platform/http/problems.js';
import { CreateInstitution, type Institution } from '../../institutions/index.js';
import { PeopleRepository } from '../data/people.repository.js';
import { canonicalLocale, canonicalTimeZone } from '../domain/locale.js';
import { unfitDetails } from '../problems.js';
import { GrantRoles } from './grant-roles.js';

export interface InstitutionWish {
  /** Short name in addresses; never changes. */
  slug: string;
  name: string;
  language: string;
  timeZone: string;
}

/** Opens a new tenant, with the operator who does so as its first administrator. */
@Injectable()
export class OpenInstitution {
  constructor(
    private readonly work: UnitOfWork,
    private readonly people: PeopleRepository,
    private readonly createInstitution: CreateInstitution,
    private readonly grantRoles: GrantRoles,
  ) {}

  async run({ personId }: Pick<SignedIn, 'personId'>, wish: InstitutionWish): Promise<Institution> {
    const usable = usableWish(wish);
    return this.work.run(system('the institution is not there yet'), async (tx) => {
      const person = await this.people.find(tx, personId);
      if (!person?.operator)
        throw new Problem(notAllowed, {
          detail: 'Only who runs this installation opens institutions.',
          facts: { reason: 'not_the_operator' },
        });
      const institution = await this.createInstitution.in(tx, usable, personId);
      await this.grantRoles.in(tx, institution.id, personId, ['admin'], personId);
      return institution;
    });
  }
}

function usableWish(wish: InstitutionWish): InstitutionWish {
  const language = canonicalLocale(wish.language);
  const timeZone = canonicalTimeZone(wish.timeZone);
  if (language && timeZone) return { ...wish, language, timeZone };
  const errors: FieldError[] = [];
  if (!language) errors.push({ field: 'language', code: 'unusable', detail: 'Use a language tag such as en or de-CH.' });
  if (!timeZone) errors.push({ field: 'timeZone', code: 'unusable', detail: 'Use a time zone such as Europe/Berlin.' });
  throw new Problem(unfitDetails, { errors });
}
