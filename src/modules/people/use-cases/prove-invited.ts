import { Injectable } from '@nestjs/common';
import type { SignedIn } from '../../../platform/http/access.js';
import { Problem } from '../../../platform/http/problem.js';
import type { Invitation } from '../data/invitation.entity.js';
import type { Person } from '../data/person.entity.js';
import { cleanName } from '../domain/person-name.js';
import { invitedSomebodyElse, proveYourself, unfitDetails } from '../problems.js';
import { ChoosePassword } from './choose-password.js';
import { ProvePassword } from './prove-password.js';
import type { Visitor } from './visitor.js';

export interface Acceptance {
  token: string;
  /** How a new person wants to be called; else as the invitation says. */
  name?: string;
  /** A new person's choice, or the proof of a known one who is not signed in. */
  password?: string;
  visitor: Visitor;
  /** The browser's session, if any. */
  session: SignedIn | null;
}

export type Invited = { known: true; personId: string } | { known: false; name: string; passwordHash: string };

/**
 * Says who accepts. A mail can be forwarded, so for an address that somebody has already, the link alone proves nothing: they
 * are signed in, or give their password. Hashes, so it stays outside of transactions.
 */
@Injectable()
export class ProveInvited {
  constructor(
    private readonly provePassword: ProvePassword,
    private readonly choosePassword: ChoosePassword,
  ) {}

  async run(invitation: Invitation, person: Person | null, acceptance: Acceptance): Promise<Invited> {
    const { session } = acceptance;
    if (session && session.personId !== person?.id) {
      throw new Problem(invitedSomebodyElse, {
        detail: `It was sent to ${invitation.email}. Sign out first if that is you, too.`,
      });
    }
    if (!person) return this.newcomer(invitation, acceptance);
    if (!session) await this.provePerson(person, acceptance);
    return { known: true, personId: person.id };
  }

  private async newcomer(invitation: Invitation, { name: wish, password }: Acceptance): Promise<Invited> {
    const name = cleanName(wish ?? invitation.name);
    if (!name) {
      const detail = 'Write a name of up to 200 letters on one line.';
      throw new Problem(unfitDetails, { errors: [{ field: 'name', code: 'unusable', detail }] });
    }
    return { known: false, name, passwordHash: await this.choosePassword.prepare(password ?? '', invitation.email, 'password') };
  }

  private async provePerson(person: Person, { password, visitor }: Acceptance): Promise<void> {
    if (password === undefined) {
      throw new Problem(proveYourself, { detail: 'You have an account with this address: sign in, or give its password.' });
    }
    if (await this.provePassword.run(person, person.email ?? person.id, password, visitor)) return;
    const detail = 'This is not the password of your account. If you have none or forgot it, ask for a link to choose one.';
    throw new Problem(proveYourself, { errors: [{ field: 'password', code: 'wrong', detail }] });
  }
}
