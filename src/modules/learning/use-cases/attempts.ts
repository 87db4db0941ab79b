import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../platform/events/record-event.js';
import type { Actor } from '../../../platform/http/access.js';
import { Problem } from '../../../platform/http/problem.js';
import { notFound } from '../../../platform/http/problems.js';
import { EditionStore } from '../../catalog/index.js';
import type { QuizAttempt } from '../data/quiz-attempt.entity.js';
import { QuizAttemptsRepository } from '../data/quiz-attempts.repository.js';
import type { EarlierAttempt } from '../domain/quiz/attempt-rules.js';
import type { Answers } from '../domain/quiz/check-answer-shape.js';
import { type DrawnQuestion, drawQuestions } from '../domain/quiz/draw-questions.js';
import type { Quiz } from '../domain/quiz/quiz-rules.js';
import { scoreAttempt } from '../domain/quiz/score-attempt.js';
import type { Learner } from './learner.js';
import { Learners } from './learners.js';
import { RecordFacts } from './record-facts.js';

/** An attempt with the quiz of its edition and the questions that its seed drew. */
export interface LoadedAttempt {
  attempt: QuizAttempt;
  quiz: Quiz;
  drawn: DrawnQuestion[];
}

export interface LearnersAttempt extends LoadedAttempt {
  learner: Learner;
}

export function asEarlier({ submittedAt, dueAt }: QuizAttempt): EarlierAttempt {
  return { submittedAt, deadline: dueAt };
}

/** Loads attempts for those who may see them, and closes them. */
@Injectable()
export class Attempts {
  constructor(
    private readonly attempts: QuizAttemptsRepository,
    private readonly learners: Learners,
    private readonly editions: EditionStore,
    private readonly recordFacts: RecordFacts,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async visible(tx: Tx, actor: Actor, attemptId: string): Promise<LearnersAttempt> {
    const attempt = await this.attempts.find(tx, attemptId);
    if (!attempt) throw new Problem(notFound);
    const learner = await this.learners.visible(tx, actor, attempt.enrollmentId);
    return { ...(await this.load(tx, attempt)), learner };
  }

  /** The learner's own attempt, to write in while the course is open to them. */
  async own(tx: Tx, actor: Actor, attemptId: string): Promise<LearnersAttempt> {
    const attempt = await this.attempts.find(tx, attemptId);
    if (!attempt) throw new Problem(notFound);
    const learner = await this.learners.own(tx, actor, attempt.enrollmentId);
    this.learners.openActivity(learner, attempt.activityId, 'write');
    return { ...(await this.load(tx, attempt)), learner };
  }

  /** As `own`; enrolment and attempt stay locked until the transaction ends, the enrolment first as everywhere. */
  async ownLocked(tx: Tx, actor: Actor, attemptId: string): Promise<LearnersAttempt> {
    const seen = await this.attempts.find(tx, attemptId);
    if (!seen) throw new Problem(notFound);
    await this.learners.lock(tx, seen.enrollmentId);
    await this.attempts.findLocked(tx, attemptId);
    return this.own(tx, actor, attemptId);
  }

  async load(tx: Tx, attempt: QuizAttempt): Promise<LoadedAttempt> {
    const { content } = await this.editions.get(tx, attempt.editionId);
    const activity = content.courses.flatMap(({ activities }) => activities).find(({ id }) => id === attempt.activityId);
    if (activity?.body.kind !== 'quiz') throw new Error(`Edition ${attempt.editionId} has no quiz ${attempt.activityId}`);
    const { quiz } = activity.body;
    return { attempt, quiz, drawn: drawQuestions(quiz, attempt.seed) };
  }

  /** An attempt whose time is over and that nobody handed in counts with the answers that were saved. The enrolment must be locked. */
  async closeRunOut(tx: Tx, learner: Learner, attemptId: string): Promise<void> {
    const attempt = await this.attempts.findLocked(tx, attemptId);
    if (!attempt || attempt.submittedAt !== null || attempt.dueAt === null) return;
    await this.close(tx, learner, await this.load(tx, attempt), attempt.answers, attempt.dueAt);
  }

  /** Scores and closes an open attempt; passing completes the activity, in the same transaction. Enrolment and attempt must be locked. */
  async close(tx: Tx, learner: Learner, loaded: LoadedAttempt, answers: Answers, submittedAt: Date): Promise<QuizAttempt> {
    const { attempt, quiz, drawn } = loaded;
    const { institutionId, personId } = learner.standing;
    const result = scoreAttempt(quiz, drawn, answers);
    const closed: QuizAttempt = { ...attempt, answers, submittedAt, result, revision: attempt.revision + 1 };
    await this.attempts.close(tx, closed);
    await recordEvent(tx, {
      institutionId,
      type: 'quiz.submitted',
      actorId: personId,
      subject: { type: 'enrollment', id: attempt.enrollmentId },
      particulars: {
        attemptId: attempt.id,
        activityId: attempt.activityId,
        number: attempt.number,
        share: result.share,
        passed: result.passed,
      },
      occurredAt: this.clock.now(),
    });
    if (result.passed) {
      await this.recordFacts.in(tx, learner, [
        {
          // The attempt's own id: however often it is closed, it is told once.
          id: attempt.id,
          enrollmentId: attempt.enrollmentId,
          activityId: attempt.activityId,
          kind: 'completed',
          value: 1,
          source: 'quiz',
          reason: null,
          actorId: personId,
          effectiveAt: submittedAt,
        },
      ]);
    }
    return closed;
  }
}
