import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import type { Tx } from '../../../../platform/database/unit-of-work.js';
import { newSecret } from '../../../../platform/secrets.js';
import { LaunchesRepository } from '../../data/launches.repository.js';
import type { KnownLaunch } from './known-launch.js';

/** As long as somebody may take for choosing. */
const GOOD_FOR_MS = 3_600_000;

/** What a page keeps of a launch, so that what is chosen there is an answer to it and to no other. */
@Injectable()
export class LaunchTickets {
  constructor(
    private readonly launches: LaunchesRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async issue(tx: Tx, { context, message, identity }: KnownLaunch): Promise<string> {
    const { token, hash } = newSecret();
    const now = this.clock.now();
    await this.launches.add(tx, {
      ticketHash: hash,
      institutionId: context.institutionId,
      registrationId: identity.registrationId,
      contextId: context.id,
      personId: identity.personId,
      message,
      expiresAt: new Date(now.getTime() + GOOD_FOR_MS),
    });
    return token;
  }
}
