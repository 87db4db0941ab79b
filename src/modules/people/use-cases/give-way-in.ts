import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { type Tx, violatedConstraint } from '../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../platform/events/record-event.js';
import { Problem } from '../../../platform/http/problem.js';
import { PeopleRepository } from '../data/people.repository.js';
import { emailTaken } from '../problems.js';
import { ChoosePassword } from './choose-password.js';

/** Gives somebody who came by another system alone an account of their own: an address that they proved, and a password. */
@Injectable()
export class GiveWayIn {
  constructor(
    private readonly people: PeopleRepository,
    private readonly choosePassword: ChoosePassword,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The hash to keep; outside of transactions. Throws `person.unfit_password` with the fault at `newPassword`. */
  prepare(password: string, email: string): Promise<string> {
    return this.choosePassword.prepare(password, email, 'newPassword');
  }

  /**
   * In the caller's transaction, in the scope of the institution. Who has an address keeps it. Their sessions go on: nobody could have come
   * in by what changes here. Throws `person.email_taken`.
   */
  async in(tx: Tx, institutionId: string, personId: string, account: { email: string; passwordHash: string }): Promise<void> {
    const person = await this.people.findForChange(tx, personId);
    if (!person || person.email !== null) throw new Error(`The person ${personId} is no guest any more`);
    try {
      await this.people.save(tx, personId, account);
    } catch (error) {
      if (violatedConstraint(error) !== 'person_email_key') throw error;
      throw new Problem(emailTaken, { detail: 'Somebody here has had it for a moment. Open the link once more.' });
    }
    await recordEvent(tx, {
      institutionId,
      type: 'person.account_claimed',
      actorId: personId,
      subject: { type: 'person', id: personId },
      occurredAt: this.clock.now(),
    });
  }
}
