import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { system } from '../../../platform/database/scope.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../platform/events/record-event.js';
import { EnrollmentsRepository } from '../data/enrollments.repository.js';

const SCOPE = system('offerings of every institution come to their end');
const BATCH = 200;

/** Ends the places of offerings that are over, each once its own deadline has passed too. Work submitted in time can still pass. */
@Injectable()
export class ExpireEnrollments {
  constructor(
    private readonly work: UnitOfWork,
    private readonly enrollments: EnrollmentsRepository,
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
      const overdue = await this.enrollments.overdue(tx, now, BATCH);
      for (const enrollment of overdue) {
        await this.enrollments.save(tx, { ...enrollment, state: 'expired', endedAt: now, version: enrollment.version + 1 });
        await recordEvent(tx, {
          institutionId: enrollment.institutionId,
          type: 'enrollment.expired',
          actorId: null,
          subject: { type: 'enrollment', id: enrollment.id },
          particulars: { offeringId: enrollment.offeringId, personId: enrollment.personId, from: enrollment.state },
          occurredAt: now,
        });
      }
      return overdue.length;
    });
  }
}
