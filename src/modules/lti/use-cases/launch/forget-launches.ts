import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import { system } from '../../../../platform/database/scope.js';
import { UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import { LaunchesRepository } from '../../data/launches.repository.js';
import { LoginsRepository } from '../../data/logins.repository.js';
import { ParkedLaunchesRepository } from '../../data/parked-launches.repository.js';

const SCOPE = system('what was said of people for minutes is forgotten, of whatever institution');

/** Forgets logins that nobody came back from, and messages that nobody went on with: they hold names, and are of no use any more. */
@Injectable()
export class ForgetLaunches {
  constructor(
    private readonly work: UnitOfWork,
    private readonly logins: LoginsRepository,
    private readonly parked: ParkedLaunchesRepository,
    private readonly launches: LaunchesRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    const now = this.clock.now();
    await this.work.run(SCOPE, async (tx) => {
      await this.logins.forget(tx, now);
      await this.parked.forget(tx, now);
      await this.launches.forget(tx, now);
    });
  }
}
