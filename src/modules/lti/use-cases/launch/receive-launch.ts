import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import { system } from '../../../../platform/database/scope.js';
import { UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import { hashOf, looksLikeSecret, matchesHash } from '../../../../platform/secrets.js';
import { LoginsRepository } from '../../data/logins.repository.js';
import { type Registration, RegistrationsRepository } from '../../data/registrations.repository.js';
import type { LtiMessage } from '../../domain/message.js';
import { type Parked, ParkLaunch } from './park-launch.js';
import { ProveMessage } from './prove-message.js';
import { RefusedMessage } from './refused-message.js';

/** What a platform posts to us at the end of a login (Security Framework 1.1 §5.1.1.3). */
export interface LaunchAnswer {
  state: string;
  idToken: string;
  /** The platform would not let them in. */
  error: string;
  /** What the browser has in its cookie. */
  browserSecret: string | null;
}

export interface ProvedMessage {
  registration: Registration;
  message: LtiMessage;
}

/** Takes the answer of a platform. Its login is used up first of all, whatever comes of it: a second answer finds none. */
@Injectable()
export class ReceiveLaunch {
  constructor(
    private readonly work: UnitOfWork,
    private readonly logins: LoginsRepository,
    private readonly registrations: RegistrationsRepository,
    private readonly prove: ProveMessage,
    private readonly park: ParkLaunch,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Parked for a browser that brought no cookie and may have a secret with the platform. Throws `RefusedMessage`. */
  async run({ state, idToken, error, browserSecret }: LaunchAnswer): Promise<ProvedMessage | Parked> {
    if (!looksLikeSecret(state)) throw new RefusedMessage({ code: 'state_unknown' });
    const found = await this.work.run(system('the state alone says whose login it is'), async (tx) => {
      const login = await this.logins.take(tx, hashOf(state), this.clock.now());
      return login && { login, registration: await this.registrations.find(tx, login.registrationId) };
    });
    if (!found?.registration) throw new RefusedMessage({ code: 'state_unknown' });
    const { login, registration } = found;
    const isProved = browserSecret !== null && matchesHash(browserSecret, login.browserHash);
    const storageHash = browserSecret === null ? login.storageHash : null;
    if (!isProved && storageHash === null)
      throw new RefusedMessage({ code: browserSecret === null ? 'browser_unknown' : 'browser_other' }, registration.id);
    if (registration.state !== 'active') throw new RefusedMessage({ code: 'registration_inactive' }, registration.id);
    if (error !== '') throw new RefusedMessage({ code: 'platform_error', claim: error }, registration.id);
    const message = await this.prove.run(registration, idToken, login.nonceHash);
    return storageHash === null ? { registration, message } : this.park.run(registration, message, { ...login, storageHash });
  }
}
