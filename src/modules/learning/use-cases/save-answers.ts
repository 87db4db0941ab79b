import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/http/access.js';
import { Problem } from '../../../platform/http/problem.js';
import { notFound } from '../../../platform/http/problems.js';
import { QuizAttemptsRepository } from '../data/quiz-attempts.repository.js';
import { takes } from '../domain/quiz/attempt-rules.js';
import { attemptOver } from '../problems.js';
import { readAnswers, staleAnswers } from './attempt-answers.js';
import { Attempts } from './attempts.js';

/** The new revision, to be sent with the next save. */
export interface SavedAnswers {
  revision: number;
  savedAt: Date;
}

/** Keeps what is answered so far. Of two that save the same revision, the second is told what the first one wrote. */
@Injectable()
export class SaveAnswers {
  constructor(
    private readonly work: UnitOfWork,
    private readonly attempts: Attempts,
    private readonly stored: QuizAttemptsRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(actor: Actor, attemptId: string, revision: number, sent: unknown): Promise<SavedAnswers> {
    return this.work.run(actor, async (tx) => {
      const loaded = await this.attempts.own(tx, actor, attemptId);
      const now = this.clock.now();
      if (loaded.attempt.submittedAt !== null)
        throw new Problem(attemptOver, { detail: 'The attempt was handed in.', facts: { reason: 'handed_in' } });
      if (takes(loaded.attempt.dueAt, now) === 'saved-answers') {
        throw new Problem(attemptOver, {
          detail: 'The time is over. What was saved until then counts: hand it in.',
          facts: { reason: 'time_over' },
        });
      }
      if (loaded.attempt.revision !== revision) throw staleAnswers(loaded);
      const answers = readAnswers(loaded, sent);
      if (await this.stored.saveAnswers(tx, attemptId, revision, answers)) return { revision: revision + 1, savedAt: now };
      const meanwhile = await this.stored.find(tx, attemptId);
      if (!meanwhile) throw new Problem(notFound);
      if (meanwhile.submittedAt !== null)
        throw new Problem(attemptOver, { detail: 'The attempt was handed in meanwhile.', facts: { reason: 'handed_in' } });
      throw staleAnswers({ ...loaded, attempt: meanwhile });
    });
  }
}
