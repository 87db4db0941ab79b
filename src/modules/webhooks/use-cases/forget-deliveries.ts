import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { system } from '../../../platform/database/scope.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { WebhookDeliveriesRepository } from '../data/deliveries.repository.js';

const SCOPE = system('old messages of every institution are forgotten');
const KEPT_MS = 30 * 24 * 60 * 60 * 1_000;
const BATCH = 1_000;

/** Forgets messages that are settled, 30 days after they were made: who wants to send one again does so by then. */
@Injectable()
export class ForgetWebhookDeliveries {
  constructor(
    private readonly work: UnitOfWork,
    private readonly deliveries: WebhookDeliveriesRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Answers how many. */
  async run(): Promise<number> {
    const before = new Date(this.clock.now().getTime() - KEPT_MS);
    let forgotten = 0;
    for (let some = BATCH; some === BATCH; forgotten += some) {
      some = await this.work.run(SCOPE, (tx) => this.deliveries.forgetBefore(tx, before, BATCH));
    }
    return forgotten;
  }
}
