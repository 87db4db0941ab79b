import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/http/access.js';
import { QuizAttemptsRepository } from '../data/quiz-attempts.repository.js';
import { attemptResult, type AttemptResult } from '../domain/quiz/attempt-result.js';
import { secondsLeft, takes } from '../domain/quiz/attempt-rules.js';
import type { Answers } from '../domain/quiz/check-answer-shape.js';
import { learnerView, type LearnerQuestion } from '../domain/quiz/learner-view.js';
import { owns } from '../policy.js';
import { shownAnswers } from './attempt-answers.js';
import { Attempts, type LearnersAttempt } from './attempts.js';
import { Learners } from './learners.js';

/** An attempt as its learner may see it. */
export interface ShownAttempt extends LearnersAttempt {
  state: 'running' | 'over' | 'submitted';
  /** `null` without a limit, and when it is over anyway. */
  secondsLeft: number | null;
  questions: LearnerQuestion[];
  /** Under the names that the learner knows the parts by. */
  answers: Answers;
  /** `null` until it is submitted. */
  result: AttemptResult | null;
  own: boolean;
}

@Injectable()
export class ReadAttempt {
  constructor(
    private readonly work: UnitOfWork,
    private readonly attempts: Attempts,
    private readonly stored: QuizAttemptsRepository,
    private readonly learners: Learners,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(actor: Actor, attemptId: string): Promise<ShownAttempt> {
    return this.work.read(actor, async (tx) => {
      const loaded = await this.attempts.visible(tx, actor, attemptId);
      const { attempt, quiz, drawn, learner } = loaded;
      // What was handed in stays readable, whatever became of the place.
      if (attempt.submittedAt === null) this.learners.refuseClosedPlace(learner, 'read');
      const all = attempt.result === null ? [] : await this.stored.ofActivity(tx, attempt.enrollmentId, attempt.activityId);
      const passedBefore = all.some(({ id, result }) => id !== attempt.id && result?.passed);
      const now = this.clock.now();
      const over = takes(attempt.dueAt, now) === 'saved-answers';
      return {
        ...loaded,
        state: attempt.submittedAt !== null ? 'submitted' : over ? 'over' : 'running',
        secondsLeft: attempt.submittedAt === null ? secondsLeft(attempt.dueAt, now) : null,
        questions: learnerView(quiz, drawn),
        answers: shownAnswers(loaded),
        result: attempt.result && attemptResult(quiz, drawn, attempt.answers, attempt.result, passedBefore),
        own: owns(actor, learner.standing),
      };
    });
  }
}
