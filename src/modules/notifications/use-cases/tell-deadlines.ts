import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { Environment } from '../../../platform/config/environment.js';
import { system } from '../../../platform/database/scope.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { notify } from '../../../platform/notices/notify.js';
import { deadlineKey, type NearDeadline, NearDeadlinesRepository } from '../data/near-deadlines.repository.js';

const SCOPE = system('deadlines come near in every institution');
const NEAR_MS = 3 * 24 * 60 * 60 * 1000;
const BATCH = 500;

/** Tells learners three days before that their project is due; once for each deadline, also when it is moved. */
@Injectable()
export class TellDeadlines {
  constructor(
    private readonly work: UnitOfWork,
    private readonly deadlines: NearDeadlinesRepository,
    private readonly environment: Environment,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Answers how many were told. */
  async run(): Promise<number> {
    const now = this.clock.now();
    const until = new Date(now.getTime() + NEAR_MS);
    const near = await this.work.run(SCOPE, (tx) => this.deadlines.untold(tx, now, until, BATCH));
    const institutions = new Set(near.map(({ institutionId }) => institutionId));
    for (const institutionId of institutions) {
      const notices = near.filter((deadline) => deadline.institutionId === institutionId).map((one) => this.notice(one));
      await this.work.run({ institutionId }, (tx) => notify(tx, notices, now));
    }
    return near.length;
  }

  private notice(deadline: NearDeadline) {
    const { institutionId, personId, enrollmentId, dueAt } = deadline;
    return {
      institutionId,
      personId,
      kind: 'deadline_near' as const,
      dedupeKey: deadlineKey(deadline),
      enrollmentId,
      particulars: { dueAt: dueAt.toISOString() },
      letter: {
        kind: 'deadline_near' as const,
        values: { deadline: dueAt, link: `${this.environment.publicUrl}/app/learning/${enrollmentId}/project` },
      },
    };
  }
}
