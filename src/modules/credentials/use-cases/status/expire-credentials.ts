import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import { system } from '../../../../platform/database/scope.js';
import { UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import { recordEvents } from '../../../../platform/events/record-event.js';
import { ExpiringRepository } from '../../data/expiring.repository.js';

const SCOPE = system('credentials of every institution come to their end');
const BATCH = 200;

/**
 * Marks credentials whose time is over. Verifiers read that from the signed end; here it makes room for another, which a new assessment
 * earns. Nothing is written to a status list: a form that ran out was not taken back.
 */
@Injectable()
export class ExpireCredentials {
  constructor(
    private readonly work: UnitOfWork,
    private readonly expiring: ExpiringRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(): Promise<number> {
    let expired = 0;
    for (let batch = BATCH; batch === BATCH; expired += batch) batch = await this.expireBatch();
    return expired;
  }

  private expireBatch(): Promise<number> {
    const now = this.clock.now();
    return this.work.run(SCOPE, async (tx) => {
      const expired = await this.expiring.expire(tx, now, BATCH);
      await recordEvents(
        tx,
        expired.map(({ id, institutionId }) => ({
          institutionId,
          type: 'credential.expired',
          actorId: null,
          subject: { type: 'credential', id },
          occurredAt: now,
        })),
      );
      return expired.length;
    });
  }
}
