import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import { Environment } from '../../../../platform/config/environment.js';
import { system } from '../../../../platform/database/scope.js';
import { type Tx, UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../../platform/events/record-event.js';
import type { SignedIn } from '../../../../platform/http/access.js';
import { Problem } from '../../../../platform/http/problem.js';
import { notAllowed, notFound } from '../../../../platform/http/problems.js';
import { queueLetter } from '../../../../platform/letters/queue-letters.js';
import { ArrangeContextStaff } from '../../../enrollment/index.js';
import { EndContextSessions, PeopleDirectory } from '../../../people/index.js';
import { ContextsRepository } from '../../data/contexts.repository.js';
import { IdentitiesRepository, type WayIn } from '../../data/identities.repository.js';
import { lastWayIn } from '../../problems.js';

const SCOPE = system('an account may be come into by platforms of any institution');

/** The platforms by which one's own account is come into. */
@Injectable()
export class WaysIn {
  constructor(
    private readonly work: UnitOfWork,
    private readonly identities: IdentitiesRepository,
    private readonly contexts: ContextsRepository,
    private readonly people: PeopleDirectory,
    private readonly staff: ArrangeContextStaff,
    private readonly sessions: EndContextSessions,
    private readonly environment: Environment,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async list({ personId }: Pick<SignedIn, 'personId'>): Promise<WayIn[]> {
    return this.work.read(SCOPE, (tx) => this.identities.ofPerson(tx, personId));
  }

  /**
   * Shuts one of them. What was done stays in the account; who comes by the platform next begins as somebody new. Not for who is suspended
   * there, who would come back unsuspended, nor for who could not come in any more.
   */
  async end({ personId }: Pick<SignedIn, 'personId'>, id: string): Promise<void> {
    const found = (await this.list({ personId })).find((way) => way.id === id);
    if (!found) throw new Problem(notFound);
    const { institutionId } = found;
    await this.work.run({ institutionId }, async (tx) => {
      const identity = await this.identities.findByIdLocked(tx, id);
      const own = await this.people.standing(tx, personId);
      if (identity?.personId !== personId || !own) throw new Problem(notFound);
      if (own.isSuspended) throw new Problem(notAllowed, { detail: 'You are suspended there. Ask the institution.' });
      const { email } = own.person;
      if (email === null) throw new Problem(lastWayIn, { detail: 'Enter an e-mail address first, under Signing in.' });
      await this.shut(tx, { personId, institutionId, registrationId: identity.registrationId });
      await this.identities.remove(tx, id);
      const link = `${this.environment.publicUrl}/app/account/security`;
      const letter = { dedupeKey: `lms-unlinked:${id}`, to: { ...own.person, email }, values: { link }, now: this.clock.now() };
      await queueLetter(tx, { institutionId, kind: 'lms_unlinked', ...letter });
    });
  }

  /** Who is in by it is out, and the rights go that it gave. */
  private async shut(tx: Tx, way: { personId: string; institutionId: string; registrationId: string }): Promise<void> {
    const { personId, institutionId, registrationId } = way;
    const { contextIds, offeringIds } = await this.contexts.ofRegistration(tx, registrationId);
    await this.sessions.of(tx, personId, contextIds);
    await this.staff.in(tx, institutionId, offeringIds, [personId], false);
    await recordEvent(tx, {
      institutionId,
      type: 'lti.account_unlinked',
      actorId: personId,
      subject: { type: 'person', id: personId },
      particulars: { registrationId },
      occurredAt: this.clock.now(),
    });
  }
}
