import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/http/access.js';
import { Problem } from '../../../platform/http/problem.js';
import { notFound } from '../../../platform/http/problems.js';
import { FileStore } from '../../../platform/storage/file-store.js';
import type { StoredFile } from '../../../platform/storage/stored-file.entity.js';
import { EditionStore, LearnerPages } from '../../catalog/index.js';
import type { QuizAttempt } from '../data/quiz-attempt.entity.js';
import { QuizAttemptsRepository } from '../data/quiz-attempts.repository.js';
import { learningAccess } from '../domain/learning-access.js';
import { isRunning, mayStartAttempt } from '../domain/quiz/attempt-rules.js';
import { type QuizRules, quizRules } from '../domain/quiz/quiz-rules.js';
import { owns } from '../policy.js';
import { asEarlier } from './attempts.js';
import { Learners, type OpenActivity } from './learners.js';
import { QuizTexts } from './quiz-texts.js';

export type ActivityContent =
  | { kind: 'page'; html: string; objectives: readonly string[] }
  | { kind: 'video'; embedUrl: string; transcript: string }
  | { kind: 'file'; file: StoredFile; description: string }
  | { kind: 'quiz'; introductionHtml: string; rules: QuizRules; attempts: QuizAttempt[]; canStart: boolean };

export interface ReadableActivity extends OpenActivity {
  content: ActivityContent;
}

/** An activity as its learner meets it: what the author wrote for the server alone, such as right answers, is not in it. */
@Injectable()
export class ReadActivity {
  constructor(
    private readonly work: UnitOfWork,
    private readonly learners: Learners,
    private readonly editions: EditionStore,
    private readonly pages: LearnerPages,
    private readonly texts: QuizTexts,
    private readonly attempts: QuizAttemptsRepository,
    private readonly files: FileStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(actor: Actor, enrollmentId: string, activityId: string): Promise<ReadableActivity> {
    return this.work.read(actor, async (tx) => {
      const learner = await this.learners.visible(tx, actor, enrollmentId);
      const open = this.learners.openActivity(learner, activityId, 'read');
      return { ...open, content: await this.content(tx, actor, open, learner.standing.timeFactor) };
    });
  }

  private async content(
    tx: Tx,
    actor: Actor,
    { standing, activity, course }: OpenActivity,
    timeFactor: number,
  ): Promise<ActivityContent> {
    const edition = await this.editions.get(tx, standing.editionId);
    const frozen = edition.content.courses.find(({ id }) => id === course.id)?.activities.find(({ id }) => id === activity.id);
    if (!frozen) throw new Error(`Edition ${edition.id} lost activity ${activity.id}`);
    const { body } = frozen;
    switch (body.kind) {
      case 'page':
        return { kind: 'page', html: this.pages.html(edition, activity.id) ?? '', objectives: body.objectives };
      case 'video':
        return { kind: 'video', embedUrl: body.url, transcript: body.transcript };
      case 'file': {
        const file = await this.files.find(tx, body.fileId);
        if (!file) throw new Problem(notFound, { detail: 'The file is gone. Tell the office.', facts: { missing: 'file' } });
        return { kind: 'file', file, description: body.description };
      }
      case 'quiz': {
        const attempts = await this.attempts.ofActivity(tx, standing.id, activity.id);
        const now = this.clock.now();
        const earlier = attempts.map(asEarlier);
        const another = mayStartAttempt(body.quiz.attemptLimit, earlier, now).allowed;
        return {
          kind: 'quiz',
          introductionHtml: this.texts.html(body.quiz.introduction),
          rules: quizRules(body.quiz, timeFactor),
          attempts,
          canStart:
            owns(actor, standing) &&
            learningAccess(standing.state).write &&
            (another || earlier.some((attempt) => isRunning(attempt, now))),
        };
      }
    }
  }
}
