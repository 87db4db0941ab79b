import { Injectable } from '@nestjs/common';
import { system } from '../../../platform/database/scope.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { SignedIn } from '../../../platform/http/access.js';
import { type FieldError, Problem } from '../../../platform/http/problem.js';
import { notSignedIn } from '../../../platform/http/problems.js';
import { PeopleRepository } from '../data/people.repository.js';
import type { Person } from '../data/person.entity.js';
import { canonicalLocale, canonicalTimeZone } from '../domain/locale.js';
import { cleanName } from '../domain/person-name.js';
import { unfitDetails } from '../problems.js';

export interface MyDetails {
  name?: string;
  locale?: string;
  timeZone?: string;
}

/** Changes how a person is called and addressed. */
@Injectable()
export class DescribeMe {
  constructor(
    private readonly work: UnitOfWork,
    private readonly people: PeopleRepository,
  ) {}

  async run({ personId }: Pick<SignedIn, 'personId'>, wish: MyDetails): Promise<Person> {
    const changes = usableDetails(wish);
    return this.work.run(system('a person is one, whatever institutions they belong to'), async (tx) => {
      const person = await this.people.findForChange(tx, personId);
      if (!person) throw new Problem(notSignedIn);
      if (Object.keys(changes).length > 0) await this.people.save(tx, personId, changes);
      return { ...person, ...changes };
    });
  }
}

function usableDetails({ name, locale, timeZone }: MyDetails): MyDetails {
  const changes: MyDetails = {};
  const errors: FieldError[] = [];
  const take = (field: keyof MyDetails, wish: string | undefined, value: string | null, detail: string) => {
    if (wish === undefined) return;
    if (value === null) errors.push({ field, code: 'unusable', detail });
    else changes[field] = value;
  };
  take('name', name, name === undefined ? null : cleanName(name), 'Write a name of up to 200 letters on one line.');
  take('locale', locale, locale === undefined ? null : canonicalLocale(locale), 'Use a language tag such as en or de-CH.');
  take(
    'timeZone',
    timeZone,
    timeZone === undefined ? null : canonicalTimeZone(timeZone),
    'Use a time zone such as Europe/Berlin.',
  );
  if (errors.length > 0) throw new Problem(unfitDetails, { errors });
  return changes;
}
