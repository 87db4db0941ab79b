import { Injectable } from '@nestjs/common';
import { system } from '../../../platform/database/scope.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Problem } from '../../../platform/http/problem.js';
import { PeopleRepository } from '../data/people.repository.js';
import { normaliseEmail } from '../domain/email.js';
import { signInFailed } from '../problems.js';
import { type OpenedSession, OpenSession } from './open-session.js';
import { ProvePassword } from './prove-password.js';
import type { Visitor } from './visitor.js';

const SCOPE = system('who signs in belongs nowhere yet');

/** Signs in with e-mail address and password. Unknown, wrong and suspended are answered alike. */
@Injectable()
export class SignIn {
  constructor(
    private readonly work: UnitOfWork,
    private readonly people: PeopleRepository,
    private readonly provePassword: ProvePassword,
    private readonly openSession: OpenSession,
  ) {}

  async run(email: string, password: string, visitor: Visitor, replaces: string | null): Promise<OpenedSession> {
    const address = normaliseEmail(email);
    const person = address === null ? null : await this.work.run(SCOPE, (tx) => this.people.findByEmailAnywhere(tx, address));
    const proven = await this.provePassword.run(person, address ?? email, password, visitor);
    if (!proven || !person) throw refusal();
    return this.work.run(SCOPE, async (tx) => {
      const now = await this.people.findForChange(tx, person.id);
      // Hashing takes no transaction, so the password may have been changed meanwhile: what ends sessions must end this one too.
      if (!now || now.suspendedAt || now.passwordHash !== person.passwordHash) throw refusal();
      return this.openSession.in(tx, { personId: person.id, visitor, replaces });
    });
  }
}

function refusal(): Problem {
  return new Problem(signInFailed, { detail: 'Check both and try again. If you have forgotten the password, ask for a link.' });
}
