import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import { system } from '../../../../platform/database/scope.js';
import { UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import { SharingRepository } from '../../data/sharing.repository.js';
import { firstDayKept } from './count-views.js';

/** Forgets view counts that are too old. Returns how many went. */
@Injectable()
export class ForgetViews {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sharing: SharingRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(): Promise<number> {
    const scope = system('view counts of every institution are forgotten');
    return this.work.run(scope, (tx) => this.sharing.forgetViews(tx, firstDayKept(this.clock.now())));
  }
}
