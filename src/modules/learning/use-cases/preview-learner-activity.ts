import { Injectable } from '@nestjs/common';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/http/access.js';
import { Problem } from '../../../platform/http/problem.js';
import { notFound } from '../../../platform/http/problems.js';
import { FileStore } from '../../../platform/storage/file-store.js';
import { type EditionContent, renderPageBody } from '../../catalog/index.js';
import { learningAccess } from '../domain/learning-access.js';
import type { PreviewStanding } from '../domain/preview.js';
import { quizRules } from '../domain/quiz/quiz-rules.js';
import { Learners } from './learners.js';
import { PreviewLearner } from './preview-learner.js';
import { QuizTexts } from './quiz-texts.js';
import type { ActivityContent, ReadableActivity } from './read-activity.js';

/** An activity of a draft as a learner would meet it, where it is open to one who stands there. */
@Injectable()
export class PreviewLearnerActivity {
  constructor(
    private readonly work: UnitOfWork,
    private readonly preview: PreviewLearner,
    private readonly learners: Learners,
    private readonly texts: QuizTexts,
    private readonly files: FileStore,
  ) {}

  async run(actor: Actor, microCredentialId: string, activityId: string, standing: PreviewStanding): Promise<ReadableActivity> {
    return this.work.run(actor, async (tx) => {
      const { learner, draft } = await this.preview.in(tx, actor, microCredentialId, standing);
      const open = this.learners.openActivity(learner, activityId, 'read');
      const canStart = learningAccess(learner.standing.state).write;
      return { ...open, content: await this.content(tx, draft.content, activityId, canStart) };
    });
  }

  private async content(tx: Tx, { courses }: EditionContent, activityId: string, canStart: boolean): Promise<ActivityContent> {
    const activities = courses.flatMap((course) => course.activities);
    const body = activities.find(({ id }) => id === activityId)?.body;
    switch (body?.kind) {
      case 'page':
        return {
          kind: 'page',
          html: renderPageBody(body, new Set(activities.map(({ id }) => id))).html,
          objectives: body.objectives,
        };
      case 'video':
        return { kind: 'video', embedUrl: body.url, transcript: body.transcript };
      case 'file': {
        const file = await this.files.find(tx, body.fileId);
        if (!file) throw new Problem(notFound, { detail: 'The file is gone. Upload it again.', facts: { missing: 'file' } });
        return { kind: 'file', file, description: body.description };
      }
      case 'quiz':
        return {
          kind: 'quiz',
          introductionHtml: this.texts.html(body.quiz.introduction),
          rules: quizRules(body.quiz, 1),
          attempts: [],
          canStart,
        };
      case undefined:
        throw new Problem(notFound);
    }
  }
}
