import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { system } from '../../../platform/database/scope.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { SignedIn } from '../../../platform/http/access.js';
import { SessionsRepository } from '../data/sessions.repository.js';

/** Ends all sessions of the person but the one that asks, at once. */
@Injectable()
export class EndOtherSessions {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sessions: SessionsRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run({ personId, sessionId }: Pick<SignedIn, 'personId' | 'sessionId'>): Promise<void> {
    await this.work.run(system('sessions belong to people'), (tx) =>
      this.sessions.endOthers(tx, personId, sessionId, this.clock.now()),
    );
  }
}
