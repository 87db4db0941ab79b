import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { system } from '../../../platform/database/scope.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Duty } from '../../../platform/scheduler/duty.js';
import { QuizAttemptsRepository } from '../data/quiz-attempts.repository.js';
import { SUBMIT_GRACE_SECONDS } from '../domain/quiz/attempt-rules.js';
import { Attempts } from './attempts.js';
import { Learners } from './learners.js';

const SCOPE = system('attempts of every institution run out of time');
const MOST_AT_ONCE = 500;

/** Closes quiz attempts whose time is over and that nobody handed in, so that what was answered in time counts. */
@Injectable()
export class CloseRunOutAttempts implements Duty {
  constructor(
    private readonly work: UnitOfWork,
    private readonly stored: QuizAttemptsRepository,
    private readonly learners: Learners,
    private readonly attempts: Attempts,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** One that cannot be closed does not hold up the others; the failures are thrown together at the end. */
  async run(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - SUBMIT_GRACE_SECONDS * 1_000);
    const overdue = await this.work.run(SCOPE, (tx) => this.stored.runOut(tx, before, MOST_AT_ONCE));
    const failures: unknown[] = [];
    for (const { id, enrollmentId, institutionId } of overdue) {
      try {
        await this.work.run({ institutionId }, async (tx) => {
          await this.learners.lock(tx, enrollmentId);
          const learner = await this.learners.find(tx, enrollmentId);
          if (learner) await this.attempts.closeRunOut(tx, learner, id);
        });
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw new AggregateError(failures, `${failures.length} attempts could not be closed`);
  }
}
