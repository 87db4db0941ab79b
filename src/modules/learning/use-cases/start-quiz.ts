import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/http/access.js';
import { Problem } from '../../../platform/http/problem.js';
import { newId, newToken } from '../../../platform/ids.js';
import { EnrollmentDirectory } from '../../enrollment/index.js';
import type { QuizAttempt } from '../data/quiz-attempt.entity.js';
import { QuizAttemptsRepository } from '../data/quiz-attempts.repository.js';
import { attemptDeadline, isRunning, mayStartAttempt } from '../domain/quiz/attempt-rules.js';
import { attemptRefused, notAQuiz } from '../problems.js';
import { asEarlier, Attempts } from './attempts.js';
import type { Learner } from './learner.js';
import { Learners } from './learners.js';

const SEED_BITS = 128;

/** Opens an attempt at a quiz, or gives back the one that is open. */
@Injectable()
export class StartQuiz {
  constructor(
    private readonly work: UnitOfWork,
    private readonly learners: Learners,
    private readonly attempts: Attempts,
    private readonly stored: QuizAttemptsRepository,
    private readonly directory: EnrollmentDirectory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The id of the attempt. */
  async run(actor: Actor, enrollmentId: string, activityId: string): Promise<string> {
    return this.work.runOnce(actor, async (tx) => {
      await this.learners.lock(tx, enrollmentId);
      const learner = await this.learners.own(tx, actor, enrollmentId);
      const { activity } = this.learners.openActivity(learner, activityId, 'write');
      if (activity.kind !== 'quiz')
        throw new Problem(notAQuiz, { detail: `This activity is a ${activity.kind}.`, facts: { kind: activity.kind } });
      const now = this.clock.now();
      const earlier = await this.stored.ofActivity(tx, enrollmentId, activityId);
      const running = earlier.find((attempt) => isRunning(asEarlier(attempt), now));
      if (running) return running.id;
      for (const attempt of earlier) await this.attempts.closeRunOut(tx, learner, attempt.id);
      return this.open(tx, learner, activityId, earlier);
    });
  }

  private async open(tx: Tx, { standing }: Learner, activityId: string, earlier: QuizAttempt[]): Promise<string> {
    const now = this.clock.now();
    const attempt: QuizAttempt = {
      id: newId(now.getTime()),
      institutionId: standing.institutionId,
      enrollmentId: standing.id,
      editionId: standing.editionId,
      activityId,
      number: earlier.length + 1,
      seed: newToken(SEED_BITS),
      answers: {},
      revision: 1,
      startedAt: now,
      dueAt: null,
      submittedAt: null,
      result: null,
    };
    const { quiz } = await this.attempts.load(tx, attempt);
    const decision = mayStartAttempt(quiz.attemptLimit, earlier.map(asEarlier), now);
    if (!decision.allowed) {
      throw new Problem(attemptRefused, {
        detail: `All ${quiz.attemptLimit} attempts are used. Ask an instructor if you need another.`,
        facts: { reason: decision.reason, attemptLimit: quiz.attemptLimit },
      });
    }
    const { timeFactor } = await this.directory.accommodation(tx, standing);
    await this.stored.add(tx, { ...attempt, dueAt: attemptDeadline(now, quiz.timeLimitSeconds, timeFactor) });
    return attempt.id;
  }
}
