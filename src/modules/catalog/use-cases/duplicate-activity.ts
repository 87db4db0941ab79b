import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/http/access.js';
import { Problem } from '../../../platform/http/problem.js';
import { notFound } from '../../../platform/http/problems.js';
import { ActivitiesRepository } from '../data/activities.repository.js';
import type { CourseActivity } from '../data/course-activity.entity.js';
import { copyTitle } from '../domain/copy-title.js';
import { canAuthor, refuseUnlessAllowed } from '../policy.js';
import { AddActivity } from './add-activity.js';

/** Puts a copy of an activity right behind it. */
@Injectable()
export class DuplicateActivity {
  constructor(
    private readonly work: UnitOfWork,
    private readonly activities: ActivitiesRepository,
    private readonly addActivity: AddActivity,
  ) {}

  async run(actor: Actor, activityId: string): Promise<CourseActivity> {
    refuseUnlessAllowed(canAuthor(actor));
    return this.work.runOnce(actor, async (tx) => {
      const original = await this.activities.find(tx, activityId);
      if (!original) throw new Problem(notFound);
      const { courseId, title, minutes, required, body, position } = original;
      return this.addActivity.in(tx, actor, courseId, {
        title: copyTitle(title),
        minutes,
        required,
        body,
        position: position + 1,
      });
    });
  }
}
