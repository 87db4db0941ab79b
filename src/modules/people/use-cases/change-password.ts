import { Injectable } from '@nestjs/common';
import { system } from '../../../platform/database/scope.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { SignedIn } from '../../../platform/http/access.js';
import { Problem } from '../../../platform/http/problem.js';
import { notSignedIn } from '../../../platform/http/problems.js';
import { newSecret } from '../../../platform/secrets.js';
import { PeopleRepository } from '../data/people.repository.js';
import type { Person } from '../data/person.entity.js';
import { SessionsRepository } from '../data/sessions.repository.js';
import { wrongPassword } from '../problems.js';
import { ChoosePassword } from './choose-password.js';
import { ProvePassword } from './prove-password.js';
import type { Visitor } from './visitor.js';

export interface PasswordChange {
  /** Needed once the person has a password. */
  currentPassword?: string;
  newPassword: string;
}

const SCOPE = system('a person has one password, whatever institutions they belong to');

/** Sets or changes the own password. Every other session ends, and this one gets a new token. */
@Injectable()
export class ChangePassword {
  constructor(
    private readonly work: UnitOfWork,
    private readonly people: PeopleRepository,
    private readonly sessions: SessionsRepository,
    private readonly provePassword: ProvePassword,
    private readonly choosePassword: ChoosePassword,
  ) {}

  async run({ personId, sessionId }: SignedIn, change: PasswordChange, visitor: Visitor): Promise<{ token: string }> {
    const person = await this.work.run(SCOPE, (tx) => this.people.find(tx, personId));
    if (!person || !sessionId) throw new Problem(notSignedIn);
    if (person.passwordHash !== null) await this.proveCurrent(person, change.currentPassword, visitor);
    const passwordHash = await this.choosePassword.prepare(change.newPassword, person.email, 'newPassword');
    return this.work.run(SCOPE, async (tx) => {
      const now = await this.people.findForChange(tx, personId);
      // Changed by another session while this one hashed: what was proved is not true any more.
      if (now?.passwordHash !== person.passwordHash) throw new Problem(notSignedIn);
      await this.choosePassword.keep(tx, now, passwordHash, sessionId);
      const { token, hash } = newSecret();
      if (!(await this.sessions.rotate(tx, personId, sessionId, { tokenHash: hash }))) throw new Problem(notSignedIn);
      return { token };
    });
  }

  private async proveCurrent(person: Person, password: string | undefined, visitor: Visitor): Promise<void> {
    const proven = password !== undefined && (await this.provePassword.run(person, person.email ?? person.id, password, visitor));
    if (proven) return;
    throw new Problem(wrongPassword, {
      errors: [{ field: 'currentPassword', code: 'wrong', detail: 'Enter the password that you sign in with now.' }],
    });
  }
}
