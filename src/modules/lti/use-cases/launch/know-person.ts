import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import type { Tx } from '../../../../platform/database/unit-of-work.js';
import { newId } from '../../../../platform/ids.js';
import { EnsureGuest } from '../../../people/index.js';
import { type Identity, IdentitiesRepository } from '../../data/identities.repository.js';
import type { Registration } from '../../data/registrations.repository.js';
import { nameOf, type PlatformPerson } from '../../domain/message.js';
import { RefusedMessage } from './refused-message.js';

/** Who a platform's person is here: by the platform and its name for them, never by an address, which others may have had. */
@Injectable()
export class KnowPerson {
  constructor(
    private readonly identities: IdentitiesRepository,
    private readonly ensureGuest: EnsureGuest,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** In the caller's transaction, in the scope of the institution. Throws `RefusedMessage` for who is suspended. */
  async in(
    tx: Tx,
    { id: registrationId, institutionId }: Registration,
    person: PlatformPerson,
    isStaff: boolean,
  ): Promise<Identity> {
    await this.identities.lockSubjects(tx, registrationId, [person.subject]);
    const known = await this.identities.findLocked(tx, registrationId, person.subject);
    const guest = await this.ensureGuest.in(tx, {
      personId: known?.personId ?? null,
      name: nameOf(person),
      locale: person.locale,
      roles: [isStaff ? 'assessor' : 'learner'],
    });
    if (!guest.ensured) throw new RefusedMessage({ code: 'suspended' }, registrationId);
    const now = this.clock.now();
    if (known) {
      await this.identities.noteLaunch(tx, known.id, now);
      return known;
    }
    const identity: Identity = {
      id: newId(now.getTime()),
      institutionId,
      registrationId,
      subject: person.subject,
      personId: guest.person.id,
      isGuest: true,
      createdAt: now,
      lastLaunchAt: now,
    };
    await this.identities.add(tx, identity);
    return identity;
  }
}
