import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../platform/events/record-event.js';
import type { Actor } from '../../../platform/http/access.js';
import { Problem } from '../../../platform/http/problem.js';
import { notFound } from '../../../platform/http/problems.js';
import { refuseStale } from '../../../platform/http/versions.js';
import { ActivitiesRepository } from '../data/activities.repository.js';
import type { CourseActivity } from '../data/course-activity.entity.js';
import { canAuthor, refuseUnlessAllowed } from '../policy.js';
import type { NewActivity } from './add-activity.js';
import { SettleBody } from './settle-body.js';

export type ActivityChanges = Partial<Omit<NewActivity, 'position'>>;

@Injectable()
export class ChangeActivity {
  constructor(
    private readonly work: UnitOfWork,
    private readonly activities: ActivitiesRepository,
    private readonly settleBody: SettleBody,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** A given body replaces the whole body, and may be of another kind. */
  async run(actor: Actor, activityId: string, expectedVersion: number, changes: ActivityChanges): Promise<CourseActivity> {
    refuseUnlessAllowed(canAuthor(actor));
    return this.work.run(actor, async (tx) => {
      const activity = await this.activities.findForChange(tx, activityId);
      if (!activity) throw new Problem(notFound);
      refuseStale(activity.version, expectedVersion);
      const now = this.clock.now();
      const { body: bodyWish, ...described } = changes;
      const body = bodyWish ? await this.settleBody.in(tx, actor.institutionId, bodyWish) : activity.body;
      const changed: CourseActivity = { ...activity, ...described, body, version: activity.version + 1, updatedAt: now };
      await this.activities.save(tx, changed);
      await recordEvent(tx, {
        institutionId: actor.institutionId,
        type: 'activity.changed',
        actorId: actor.personId,
        subject: { type: 'activity', id: activity.id },
        particulars: { courseId: activity.courseId, fields: Object.keys(changes) },
        occurredAt: now,
      });
      return changed;
    });
  }
}
