import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/http/access.js';
import { takes } from '../domain/quiz/attempt-rules.js';
import { readAnswers, staleAnswers } from './attempt-answers.js';
import { Attempts } from './attempts.js';

/** Last answers to hand in with the attempt, for the revision they were made on. */
export interface LastAnswers {
  revision: number;
  answers: unknown;
}

/** Hands an attempt in; it is scored here. Handing in twice is handing in once. */
@Injectable()
export class SubmitQuiz {
  constructor(
    private readonly work: UnitOfWork,
    private readonly attempts: Attempts,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** `last` `null`: what was saved counts. After the time and its grace it does in any case. */
  async run(actor: Actor, attemptId: string, last: LastAnswers | null): Promise<void> {
    return this.work.run(actor, async (tx) => {
      const loaded = await this.attempts.ownLocked(tx, actor, attemptId);
      const { attempt, learner } = loaded;
      if (attempt.submittedAt !== null) return;
      const now = this.clock.now();
      if (takes(attempt.dueAt, now) === 'saved-answers') {
        await this.attempts.closeRunOut(tx, learner, attemptId);
        return;
      }
      if (last && last.revision !== attempt.revision) throw staleAnswers(loaded);
      const answers = last ? readAnswers(loaded, last.answers) : attempt.answers;
      await this.attempts.close(tx, learner, loaded, answers, now);
    });
  }
}
