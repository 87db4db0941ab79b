import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { system } from '../../../platform/database/scope.js';
import { type Tx, UnitOfWork, violatedConstraint } from '../../../platform/database/unit-of-work.js';
import type { SignedIn } from '../../../platform/http/access.js';
import { Problem } from '../../../platform/http/problem.js';
import { notAllowed, notSignedIn } from '../../../platform/http/problems.js';
import { MembersRepository } from '../data/members.repository.js';
import { PeopleRepository } from '../data/people.repository.js';
import type { Person } from '../data/person.entity.js';
import { SessionsRepository } from '../data/sessions.repository.js';
import { normaliseEmail } from '../domain/email.js';
import { isFresh } from '../domain/session-terms.js';
import { emailTaken, freshSignInNeeded, unfitDetails, wrongPassword } from '../problems.js';
import { homeInstitution } from './home-institution.js';
import { IssueLink } from './issue-link.js';
import { ProvePassword } from './prove-password.js';
import { SendLetter } from './send-letter.js';
import type { Visitor } from './visitor.js';

export interface EmailChange {
  email: string;
  /** Needed once the person has a password. */
  password?: string;
}

const SCOPE = system('an address names one person among all institutions');

/**
 * Asks for another e-mail address. It counts only when a link sent there is used: the office's lists name people by address,
 * so an address that nobody proved could collect somebody else's enrolments and badges.
 */
@Injectable()
export class ChangeEmail {
  constructor(
    private readonly work: UnitOfWork,
    private readonly people: PeopleRepository,
    private readonly members: MembersRepository,
    private readonly sessions: SessionsRepository,
    private readonly provePassword: ProvePassword,
    private readonly issueLink: IssueLink,
    private readonly sendLetter: SendLetter,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** `confirmed` when the address counts already; otherwise a link is on its way. Says the same whether the address is taken. */
  async run(signedIn: SignedIn, change: EmailChange, visitor: Visitor): Promise<{ confirmed: boolean }> {
    const email = normaliseEmail(change.email);
    if (!email) {
      throw new Problem(unfitDetails, {
        errors: [{ field: 'email', code: 'unusable', detail: 'Write an address such as lea@example.org.' }],
      });
    }
    const person = await this.work.run(SCOPE, (tx) => this.people.find(tx, signedIn.personId));
    if (!person) throw new Problem(notSignedIn);
    await this.prove(person, signedIn, change.password, visitor);
    if (person.email === email) return { confirmed: true };
    return this.work.run(SCOPE, (tx) => this.request(tx, person, email));
  }

  private async request(tx: Tx, person: Person, email: string): Promise<{ confirmed: boolean }> {
    if (isSettingUp(person)) return this.takeAtOnce(tx, person, email);
    const holder = await this.people.findByEmailAnywhere(tx, email);
    const institutionId = await homeInstitution(this.members, tx, person.id);
    if (!institutionId)
      throw new Problem(notAllowed, {
        detail: 'You belong to no institution that could write to you.',
        facts: { reason: 'nobody_writes' },
      });
    const to = { ...(holder ?? person), email };
    if (holder) await this.sendLetter.in(tx, institutionId, to, 'address_in_use', { link: this.sendLetter.address('/sign-in') });
    else {
      const link = this.sendLetter.address(await this.issueLink.in(tx, person.id, 'email-confirmation', email));
      await this.sendLetter.in(tx, institutionId, to, 'confirm_email', { link });
    }
    return { confirmed: false };
  }

  private async takeAtOnce(tx: Tx, person: Person, email: string): Promise<{ confirmed: boolean }> {
    try {
      await this.people.save(tx, person.id, { email });
    } catch (error) {
      if (violatedConstraint(error) === 'person_email_key')
        throw new Problem(emailTaken, { detail: 'Somebody here has it already.' });
      throw error;
    }
    return { confirmed: true };
  }

  private async prove(person: Person, { sessionId }: SignedIn, password: string | undefined, visitor: Visitor): Promise<void> {
    if (person.passwordHash !== null) {
      const proven =
        password !== undefined && (await this.provePassword.run(person, person.email ?? person.id, password, visitor));
      if (proven) return;
      throw new Problem(wrongPassword, { errors: [{ field: 'password', code: 'wrong', detail: 'Enter your password.' }] });
    }
    const session = sessionId && (await this.work.run(SCOPE, (tx) => this.sessions.find(tx, person.id, sessionId)));
    if (session && isFresh(session.createdAt, this.clock.now())) return;
    throw new Problem(freshSignInNeeded, { detail: 'Choose a password first, or sign in again with a new link.' });
  }
}

/** Whoever runs the installation reads its mail and database anyway, and on the first day no mail may leave yet. */
function isSettingUp({ operator, email }: Person): boolean {
  return operator && email === null;
}
