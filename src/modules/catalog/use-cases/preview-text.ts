import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/http/access.js';
import { Problem } from '../../../platform/http/problem.js';
import { notFound } from '../../../platform/http/problems.js';
import { ActivitiesRepository } from '../data/activities.repository.js';
import type { PageBody } from '../domain/activity.js';
import type { RenderedPage } from '../markdown/render-page.js';
import { renderPageBody } from './render-page-body.js';

export interface UnsavedText extends Pick<PageBody, 'markdown' | 'assets'> {
  /** The page that it is the text of; `null` for a text that stands alone and links to no other activity. */
  activityId: string | null;
}

/** A text as learners would see it if it were saved now. Nothing is kept. */
@Injectable()
export class PreviewText {
  constructor(
    private readonly work: UnitOfWork,
    private readonly activities: ActivitiesRepository,
  ) {}

  async run(actor: Actor, { activityId, markdown, assets }: UnsavedText): Promise<RenderedPage> {
    const neighbours = activityId === null ? [] : await this.neighbours(actor, activityId);
    return renderPageBody({ kind: 'page', markdown, assets, objectives: [] }, new Set(neighbours));
  }

  private neighbours(actor: Actor, activityId: string): Promise<string[]> {
    return this.work.run(actor, async (tx) => {
      const activity = await this.activities.find(tx, activityId);
      if (!activity) throw new Problem(notFound);
      return this.activities.order(tx, activity.courseId);
    });
  }
}
