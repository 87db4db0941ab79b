import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { system } from '../../../platform/database/scope.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { SignedIn } from '../../../platform/http/access.js';
import { Problem } from '../../../platform/http/problem.js';
import { notFound } from '../../../platform/http/problems.js';
import { SessionsRepository } from '../data/sessions.repository.js';

/** Ends one of the person's own sessions, at once. */
@Injectable()
export class EndSession {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sessions: SessionsRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run({ personId }: Pick<SignedIn, 'personId'>, sessionId: string): Promise<void> {
    const ended = await this.work.run(system('sessions belong to people'), (tx) =>
      this.sessions.end(tx, personId, sessionId, this.clock.now()),
    );
    if (!ended) throw new Problem(notFound);
  }
}
