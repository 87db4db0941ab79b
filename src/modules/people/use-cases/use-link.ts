import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { system } from '../../../platform/database/scope.js';
import { type Tx, UnitOfWork, violatedConstraint } from '../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../platform/events/record-event.js';
import { Problem } from '../../../platform/http/problem.js';
import { hashOf } from '../../../platform/secrets.js';
import { MembersRepository } from '../data/members.repository.js';
import { PeopleRepository } from '../data/people.repository.js';
import type { Person } from '../data/person.entity.js';
import type { SignInLink } from '../data/sign-in-link.entity.js';
import { SignInLinksRepository } from '../data/sign-in-links.repository.js';
import type { LinkPurpose } from '../domain/sign-in-link.js';
import { linkNotValid } from '../problems.js';
import { ChoosePassword } from './choose-password.js';
import { homeInstitution } from './home-institution.js';
import { OpenSession } from './open-session.js';
import { SendLetter } from './send-letter.js';
import type { Visitor } from './visitor.js';

export interface LinkUse {
  token: string;
  /** For a password reset only. */
  newPassword?: string;
  visitor: Visitor;
  replaces: string | null;
}

const SCOPE = system('the link alone says whose it is');

/** Does what a mailed link is for: signs in, sets a new password, or confirms an address. Once. */
@Injectable()
export class UseLink {
  constructor(
    private readonly work: UnitOfWork,
    private readonly links: SignInLinksRepository,
    private readonly people: PeopleRepository,
    private readonly members: MembersRepository,
    private readonly choosePassword: ChoosePassword,
    private readonly openSession: OpenSession,
    private readonly sendLetter: SendLetter,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** What the link would do, without doing it. Throws `access.link_not_valid` when it is unknown, used or too old. */
  async look(token: string): Promise<{ purpose: LinkPurpose; email: string | null; person: Person }> {
    return this.work.run(SCOPE, async (tx) => {
      const link = await this.links.findUsable(tx, hashOf(token), this.clock.now());
      const person = link && (await this.people.find(tx, link.personId));
      if (!link || !person || person.suspendedAt) throw refusal();
      return { purpose: link.purpose, email: link.email, person };
    });
  }

  /** The new session and what the link was for, or `null` when it only confirmed an address. */
  async run({ token, newPassword, visitor, replaces }: LinkUse): Promise<{ token: string; purpose: LinkPurpose } | null> {
    const { purpose, person } = await this.look(token);
    const passwordHash =
      purpose === 'password-reset' ? await this.choosePassword.prepare(newPassword ?? '', person.email, 'newPassword') : null;
    return this.work.run(SCOPE, async (tx) => {
      const now = this.clock.now();
      const link = await this.links.findUsable(tx, hashOf(token), now);
      const owner = link && (await this.people.findForChange(tx, link.personId));
      if (!link || !owner || owner.suspendedAt || !(await this.links.consume(tx, link.tokenHash, now))) throw refusal();
      if (link.purpose === 'email-confirmation') {
        await this.confirmEmail(tx, owner, link);
        return null;
      }
      if (passwordHash) await this.choosePassword.keep(tx, owner, passwordHash, null);
      const session = await this.openSession.in(tx, { personId: owner.id, visitor, replaces });
      return { token: session.token, purpose };
    });
  }

  private async confirmEmail(tx: Tx, person: Person, { email }: SignInLink): Promise<void> {
    if (!email) throw refusal();
    try {
      await this.people.save(tx, person.id, { email });
    } catch (error) {
      // Somebody else came by the address since the link was sent.
      if (violatedConstraint(error) === 'person_email_key') throw refusal();
      throw error;
    }
    // Links that went to the old address must not open the account any more.
    await this.links.drop(tx, person.id, ['password-reset', 'welcome']);
    const institutionId = await homeInstitution(this.members, tx, person.id);
    if (!institutionId) return;
    await recordEvent(tx, {
      institutionId,
      type: 'person.email_changed',
      actorId: person.id,
      subject: { type: 'person', id: person.id },
      occurredAt: this.clock.now(),
    });
    if (!person.email) return;
    await this.sendLetter.in(tx, institutionId, { ...person, email: person.email }, 'email_changed', { email });
  }
}

function refusal(): Problem {
  return new Problem(linkNotValid, {
    detail: 'It was used before, is too old, or a newer one has been sent. Ask for a new link.',
  });
}
