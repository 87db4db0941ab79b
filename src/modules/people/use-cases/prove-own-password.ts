import { Injectable } from '@nestjs/common';
import { system } from '../../../platform/database/scope.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { SignedIn } from '../../../platform/http/access.js';
import { Problem } from '../../../platform/http/problem.js';
import { notSignedIn } from '../../../platform/http/problems.js';
import { type KnownPerson, knownPerson } from '../data/known-person.js';
import { PeopleRepository } from '../data/people.repository.js';
import { wrongPassword } from '../problems.js';
import { ProvePassword } from './prove-password.js';
import type { Visitor } from './visitor.js';

const SCOPE = system('a person has one password, whatever institutions they belong to');

/** Asks somebody who is signed in for their password once more, before what cannot be undone (ASVS 5.0 V7.5.3). */
@Injectable()
export class ProveOwnPassword {
  constructor(
    private readonly work: UnitOfWork,
    private readonly people: PeopleRepository,
    private readonly provePassword: ProvePassword,
  ) {}

  /** Throws `person.wrong_password`, at the field `password`; also for who has none yet. */
  async run({ personId }: Pick<SignedIn, 'personId'>, password: string, visitor: Visitor): Promise<KnownPerson> {
    const person = await this.work.run(SCOPE, (tx) => this.people.find(tx, personId));
    if (!person) throw new Problem(notSignedIn);
    if (person.passwordHash === null)
      throw refusal('none', 'Choose a password first, under Signing in: it shows that this is you.');
    if (!(await this.provePassword.run(person, person.email ?? person.id, password, visitor)))
      throw refusal('wrong', 'Enter the password that you sign in with.');
    return knownPerson(person);
  }
}

function refusal(code: string, detail: string): Problem {
  return new Problem(wrongPassword, { errors: [{ field: 'password', code, detail }] });
}
