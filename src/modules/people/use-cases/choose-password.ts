import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../platform/events/record-event.js';
import { Problem } from '../../../platform/http/problem.js';
import { MembersRepository } from '../data/members.repository.js';
import { PeopleRepository } from '../data/people.repository.js';
import type { Person } from '../data/person.entity.js';
import { SessionsRepository } from '../data/sessions.repository.js';
import { SignInLinksRepository } from '../data/sign-in-links.repository.js';
import { LONGEST_PASSWORD, passwordFault, type PasswordFault, SHORTEST_PASSWORD } from '../domain/password-rules.js';
import { unfitPassword } from '../problems.js';
import { homeInstitution } from './home-institution.js';
import { PasswordHasher } from './password-hasher.js';
import { SendLetter } from './send-letter.js';

const ADVICE: Record<PasswordFault, string> = {
  too_short: `Use at least ${SHORTEST_PASSWORD} characters; a few words in a row are easy to remember.`,
  too_long: `Use at most ${LONGEST_PASSWORD} characters.`,
  too_common: 'This is one of the passwords that are guessed first. Choose another; a few unrelated words work well.',
  contains_email: 'This contains your e-mail address, which is easy to guess. Choose another.',
};

/** What every path to a new password does: checks and hashes it before the transaction, and keeps it inside. */
@Injectable()
export class ChoosePassword {
  constructor(
    private readonly hasher: PasswordHasher,
    private readonly people: PeopleRepository,
    private readonly members: MembersRepository,
    private readonly sessions: SessionsRepository,
    private readonly links: SignInLinksRepository,
    private readonly sendLetter: SendLetter,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The hash to keep. Throws `person.unfit_password` with the fault at `field`. */
  async prepare(password: string, email: string | null, field: string): Promise<string> {
    const fault = passwordFault(password, email);
    if (fault) throw new Problem(unfitPassword, { errors: [{ field, code: fault, detail: ADVICE[fault] }] });
    return this.hasher.hash(password);
  }

  /** Keeps it, ends all sessions but `keptSessionId`, and tells the person. The scope must see the person's institutions. */
  async keep(tx: Tx, person: Person, passwordHash: string, keptSessionId: string | null): Promise<void> {
    const now = this.clock.now();
    await this.people.save(tx, person.id, { passwordHash });
    await this.sessions.endOthers(tx, person.id, keptSessionId, now);
    await this.links.drop(tx, person.id, ['password-reset', 'welcome', 'first-administrator']);
    const institutionId = await homeInstitution(this.members, tx, person.id);
    if (!institutionId) return;
    await recordEvent(tx, {
      institutionId,
      type: 'person.password_changed',
      actorId: person.id,
      subject: { type: 'person', id: person.id },
      occurredAt: now,
    });
    if (!person.email || !person.passwordHash) return;
    const link = this.sendLetter.address('/password-reset');
    await this.sendLetter.in(tx, institutionId, { ...person, email: person.email }, 'password_changed', { link });
  }
}
