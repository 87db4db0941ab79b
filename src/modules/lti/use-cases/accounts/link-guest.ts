import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import { Environment } from '../../../../platform/config/environment.js';
import type { Tx } from '../../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../../platform/events/record-event.js';
import { queueLetter } from '../../../../platform/letters/queue-letters.js';
import { ArrangeContextStaff, PassOnPlaces } from '../../../enrollment/index.js';
import { EndContextSessions, PeopleDirectory } from '../../../people/index.js';
import { ContextsRepository } from '../../data/contexts.repository.js';
import { IdentitiesRepository } from '../../data/identities.repository.js';
import { notValid, type KnownClaim } from './read-claim.js';

/**
 * From now on, who comes by the LMS is who has the account. The guest leaves places and rights to them, and nothing besides: there is
 * nothing besides, or this would not be done.
 */
@Injectable()
export class LinkGuest {
  constructor(
    private readonly identities: IdentitiesRepository,
    private readonly contexts: ContextsRepository,
    private readonly people: PeopleDirectory,
    private readonly places: PassOnPlaces,
    private readonly staff: ArrangeContextStaff,
    private readonly sessions: EndContextSessions,
    private readonly environment: Environment,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** In the caller's transaction, in the scope of the institution, with the claim used up. */
  async in(tx: Tx, { claim, identity, registration, guest }: KnownClaim): Promise<void> {
    const { institutionId, id: registrationId } = registration;
    // Who has the address may be at home at another institution.
    const member = await this.people.ensureMember(tx, {
      email: claim.email,
      name: guest.name,
      roles: ['learner'],
      addedBy: null,
    });
    if (!member.ensured) throw notValid();
    const { id: personId } = member.person;
    const { contextIds, offeringIds } = await this.contexts.ofRegistration(tx, registrationId);
    await this.staff.in(tx, institutionId, offeringIds, [guest.id], false);
    await this.places.in(tx, guest.id, personId);
    await this.sessions.of(tx, guest.id, contextIds);
    await this.identities.settle(tx, identity.id, personId);
    const now = this.clock.now();
    await recordEvent(tx, {
      institutionId,
      type: 'lti.account_linked',
      actorId: personId,
      subject: { type: 'person', id: personId },
      particulars: { registrationId, guestId: guest.id },
      occurredAt: now,
    });
    await queueLetter(tx, {
      institutionId,
      dedupeKey: `lms-linked:${claim.id}`,
      to: { ...member.person, email: claim.email },
      kind: 'lms_linked',
      values: { link: `${this.environment.publicUrl}/app/account/security` },
      now,
    });
  }
}
