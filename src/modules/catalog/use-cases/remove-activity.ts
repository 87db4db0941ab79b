import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../platform/events/record-event.js';
import type { Actor } from '../../../platform/http/access.js';
import { Problem } from '../../../platform/http/problem.js';
import { notFound } from '../../../platform/http/problems.js';
import { refuseStale } from '../../../platform/http/versions.js';
import { ActivitiesRepository } from '../data/activities.repository.js';
import { CoursesRepository } from '../data/courses.repository.js';
import { canAuthor, refuseUnlessAllowed } from '../policy.js';

/** Takes an activity out of its course. Editions that froze it keep it. */
@Injectable()
export class RemoveActivity {
  constructor(
    private readonly work: UnitOfWork,
    private readonly courses: CoursesRepository,
    private readonly activities: ActivitiesRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(actor: Actor, activityId: string, expectedVersion: number): Promise<void> {
    refuseUnlessAllowed(canAuthor(actor));
    await this.work.run(actor, async (tx) => {
      const courseId = (await this.activities.find(tx, activityId))?.courseId;
      if (courseId === undefined) throw new Problem(notFound);
      await this.courses.findForChange(tx, courseId);
      const activity = await this.activities.findForChange(tx, activityId);
      if (!activity) throw new Problem(notFound);
      refuseStale(activity.version, expectedVersion);
      await this.activities.remove(tx, activityId);
      await this.activities.arrange(tx, courseId, await this.activities.order(tx, courseId));
      await recordEvent(tx, {
        institutionId: actor.institutionId,
        type: 'activity.removed',
        actorId: actor.personId,
        subject: { type: 'activity', id: activityId },
        particulars: { courseId },
        occurredAt: this.clock.now(),
      });
    });
  }
}
