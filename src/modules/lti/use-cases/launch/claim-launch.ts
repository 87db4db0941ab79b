import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import { system } from '../../../../platform/database/scope.js';
import { UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import { hashOf, looksLikeSecret, matchesHash } from '../../../../platform/secrets.js';
import { ParkedLaunchesRepository } from '../../data/parked-launches.repository.js';
import { RegistrationsRepository } from '../../data/registrations.repository.js';
import type { ProvedMessage } from './receive-launch.js';
import { RefusedMessage } from './refused-message.js';

/** Takes a parked launch for the browser that began its login: it knows what the platform kept for it. Used up first, as a login is. */
@Injectable()
export class ClaimLaunch {
  constructor(
    private readonly work: UnitOfWork,
    private readonly parked: ParkedLaunchesRepository,
    private readonly registrations: RegistrationsRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Throws `RefusedMessage`. */
  async run(ticket: string, secret: string): Promise<ProvedMessage> {
    const found = await this.work.run(system('the ticket alone says whose launch it is'), async (tx) => {
      const launch = await this.parked.take(tx, hashOf(ticket), this.clock.now());
      return launch && { launch, registration: await this.registrations.find(tx, launch.registrationId) };
    });
    if (!found?.registration) throw new RefusedMessage({ code: 'state_unknown' });
    const { launch, registration } = found;
    if (!looksLikeSecret(secret) || !matchesHash(secret, launch.storageHash))
      throw new RefusedMessage({ code: 'browser_other' }, registration.id);
    if (registration.state !== 'active') throw new RefusedMessage({ code: 'registration_inactive' }, registration.id);
    return { registration, message: launch.message };
  }
}
