import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { SessionsRepository } from '../data/sessions.repository.js';

/** Ends, at once, the sessions of all who came by these contexts of an LMS. */
@Injectable()
export class EndContextSessions {
  constructor(
    private readonly sessions: SessionsRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(tx: Tx, contextIds: readonly string[]): Promise<void> {
    if (contextIds.length > 0) await this.sessions.endInContexts(tx, contextIds, this.clock.now());
  }

  /** Those of one person alone. */
  async of(tx: Tx, personId: string, contextIds: readonly string[]): Promise<void> {
    await this.sessions.endOfPersonInContexts(tx, personId, contextIds, this.clock.now());
  }
}
