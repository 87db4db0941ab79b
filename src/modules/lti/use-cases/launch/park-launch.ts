import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import { UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import { newSecret } from '../../../../platform/secrets.js';
import type { PendingLogin } from '../../data/logins.repository.js';
import { ParkedLaunchesRepository } from '../../data/parked-launches.repository.js';
import type { Registration } from '../../data/registrations.repository.js';
import type { LtiMessage } from '../../domain/message.js';
import { platformStorage, type PlatformStorage } from '../../domain/platform-storage.js';

/** A page that needs no session goes on by itself; a window of its own waits for somebody to read why, and to click. */
const GOOD_FOR_MS = { here: 60_000, 'new-window': 600_000 };

/** Choosing links works by a ticket; what is held about somebody is only told. */
const WITHOUT_SESSION: ReadonlySet<LtiMessage['kind']> = new Set(['deep-linking', 'data-privacy']);

export interface Parked {
  registration: Registration;
  ticket: string;
  storage: PlatformStorage;
  /** Where it goes on: what needs no session, in the platform's own frame, where choosing links has to end; all else in a window. */
  goesOn: keyof typeof GOOD_FOR_MS;
}

/**
 * Keeps a proved message until its browser has proved itself by what the platform keeps for it. It was read already, since some
 * platforms' tokens are good for a minute only.
 */
@Injectable()
export class ParkLaunch {
  constructor(
    private readonly work: UnitOfWork,
    private readonly parked: ParkedLaunchesRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(registration: Registration, message: LtiMessage, login: PendingLogin & { storageHash: string }): Promise<Parked> {
    const { token, hash } = newSecret();
    const goesOn = WITHOUT_SESSION.has(message.kind) ? 'here' : 'new-window';
    const now = this.clock.now();
    await this.work.run(registration, (tx) =>
      this.parked.add(tx, {
        ticketHash: hash,
        institutionId: registration.institutionId,
        registrationId: registration.id,
        storageHash: login.storageHash,
        message,
        expiresAt: new Date(now.getTime() + GOOD_FOR_MS[goesOn]),
      }),
    );
    return { registration, ticket: token, storage: platformStorage(registration, login), goesOn };
  }
}
