import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { Environment } from '../../../platform/config/environment.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../platform/events/record-event.js';
import type { Actor } from '../../../platform/http/access.js';
import { newSecret } from '../../../platform/secrets.js';
import { CalendarFeedsRepository } from '../data/calendar-feeds.repository.js';

/** The private address at which other programs read one's calendar. */
@Injectable()
export class OwnFeed {
  constructor(
    private readonly work: UnitOfWork,
    private readonly feeds: CalendarFeedsRepository,
    private readonly environment: Environment,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async createdAt(actor: Actor): Promise<Date | null> {
    return this.work.read(actor, (tx) => this.feeds.createdAt(tx, actor.personId));
  }

  /** Another address; the one before stops working. Answered here and never again. */
  async make(actor: Actor): Promise<{ url: string; createdAt: Date }> {
    const createdAt = this.clock.now();
    const { token, hash } = newSecret();
    await this.change(actor, 'calendar_feed.made', createdAt, (tx) => this.feeds.replace(tx, actor.personId, hash, createdAt));
    return { url: `${this.environment.publicUrl}/calendars/${token}.ics`, createdAt };
  }

  async turnOff(actor: Actor): Promise<void> {
    await this.change(actor, 'calendar_feed.turned_off', this.clock.now(), (tx) => this.feeds.drop(tx, actor.personId));
  }

  private async change(
    { institutionId, personId }: Actor,
    type: string,
    occurredAt: Date,
    act: (tx: Parameters<typeof recordEvent>[0]) => Promise<void>,
  ): Promise<void> {
    await this.work.run({ institutionId }, async (tx) => {
      await act(tx);
      await recordEvent(tx, { institutionId, type, actorId: personId, subject: { type: 'person', id: personId }, occurredAt });
    });
  }
}
