import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/http/access.js';
import { Problem } from '../../../platform/http/problem.js';
import { NIL_ID } from '../../../platform/ids.js';
import type { PreviewStanding } from '../domain/preview.js';
import { attemptDeadline, secondsLeft } from '../domain/quiz/attempt-rules.js';
import { drawQuestions } from '../domain/quiz/draw-questions.js';
import { learnerView } from '../domain/quiz/learner-view.js';
import { notAQuiz } from '../problems.js';
import { Learners } from './learners.js';
import { PreviewLearner } from './preview-learner.js';
import type { ShownAttempt } from './read-attempt.js';

/** A quiz of a draft as it asks somebody who begins it now. The same draft draws the same questions, so that an author finds them again. */
@Injectable()
export class PreviewQuizAttempt {
  constructor(
    private readonly work: UnitOfWork,
    private readonly preview: PreviewLearner,
    private readonly learners: Learners,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(actor: Actor, microCredentialId: string, activityId: string, standing: PreviewStanding): Promise<ShownAttempt> {
    return this.work.run(actor, async (tx) => {
      const { learner, draft } = await this.preview.in(tx, actor, microCredentialId, standing);
      const { course, activity } = this.learners.openActivity(learner, activityId, 'write');
      const activities = draft.content.courses.find(({ id }) => id === course.id)?.activities;
      const body = activities?.find(({ id }) => id === activityId)?.body;
      if (body?.kind !== 'quiz')
        throw new Problem(notAQuiz, { detail: `This activity is a ${activity.kind}.`, facts: { kind: activity.kind } });
      const { quiz } = body;
      const drawn = drawQuestions(quiz, activityId);
      const now = this.clock.now();
      const dueAt = attemptDeadline(now, quiz.timeLimitSeconds, 1);
      const attempt = {
        id: NIL_ID,
        institutionId: draft.institutionId,
        enrollmentId: NIL_ID,
        editionId: NIL_ID,
        activityId,
        number: 1,
        seed: activityId,
        answers: {},
        revision: 1,
        startedAt: now,
        dueAt,
        submittedAt: null,
        result: null,
      };
      return {
        attempt,
        quiz,
        drawn,
        learner,
        state: 'running',
        secondsLeft: secondsLeft(dueAt, now),
        questions: learnerView(quiz, drawn),
        answers: {},
        result: null,
        own: true,
      };
    });
  }
}
