import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/http/access.js';
import { Problem } from '../../../platform/http/problem.js';
import { notFound } from '../../../platform/http/problems.js';
import { ActivitiesRepository } from '../data/activities.repository.js';
import type { RenderedPage } from '../markdown/render-page.js';
import { notAPage } from '../problems.js';
import { renderPageBody } from './render-page-body.js';

/** A page as learners would see it now, and the pictures that are missing. */
@Injectable()
export class PreviewActivity {
  constructor(
    private readonly work: UnitOfWork,
    private readonly activities: ActivitiesRepository,
  ) {}

  async run(actor: Actor, activityId: string): Promise<RenderedPage> {
    return this.work.run(actor, async (tx) => {
      const activity = await this.activities.find(tx, activityId);
      if (!activity) throw new Problem(notFound);
      if (activity.body.kind !== 'page')
        throw new Problem(notAPage, { detail: `This activity is a ${activity.body.kind}.`, facts: { kind: activity.body.kind } });
      return renderPageBody(activity.body, new Set(await this.activities.order(tx, activity.courseId)));
    });
  }
}
