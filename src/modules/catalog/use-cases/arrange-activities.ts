import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../platform/events/record-event.js';
import type { Actor } from '../../../platform/http/access.js';
import { Problem } from '../../../platform/http/problem.js';
import { notFound } from '../../../platform/http/problems.js';
import { refuseStale } from '../../../platform/http/versions.js';
import { ActivitiesRepository } from '../data/activities.repository.js';
import type { Course } from '../data/course.entity.js';
import { CoursesRepository } from '../data/courses.repository.js';
import { canAuthor, refuseUnlessAllowed } from '../policy.js';
import { orderIncomplete } from '../problems.js';

@Injectable()
export class ArrangeActivities {
  constructor(
    private readonly work: UnitOfWork,
    private readonly courses: CoursesRepository,
    private readonly activities: ActivitiesRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** `order` names every activity of the course exactly once; anything else is refused with what is missing, unknown and repeated. */
  async run(actor: Actor, courseId: string, expectedVersion: number, order: readonly string[]): Promise<Course> {
    refuseUnlessAllowed(canAuthor(actor));
    return this.work.run(actor, async (tx) => {
      const course = await this.courses.findForChange(tx, courseId);
      if (!course) throw new Problem(notFound);
      refuseStale(course.version, expectedVersion);
      refuseOtherSet(await this.activities.order(tx, courseId), order);
      await this.activities.arrange(tx, courseId, order);
      const now = this.clock.now();
      const changed: Course = { ...course, version: course.version + 1, updatedAt: now };
      await this.courses.save(tx, changed);
      await recordEvent(tx, {
        institutionId: actor.institutionId,
        type: 'course.arranged',
        actorId: actor.personId,
        subject: { type: 'course', id: course.id },
        occurredAt: now,
      });
      return changed;
    });
  }
}

function refuseOtherSet(existing: readonly string[], order: readonly string[]): void {
  const errors = [
    ...order.flatMap((id, index) => {
      const field = `activityIds[${index}]`;
      if (!existing.includes(id)) return [{ field, code: 'activity_unknown', detail: 'It is not an activity of this course.' }];
      if (order.indexOf(id) < index) return [{ field, code: 'activity_repeated', detail: 'It is named twice.' }];
      return [];
    }),
    ...existing
      .filter((id) => !order.includes(id))
      .map((id) => ({ field: 'activityIds', code: 'activity_missing', detail: `${id} is missing.` })),
  ];
  if (errors.length > 0)
    throw new Problem(orderIncomplete, { detail: 'Name every activity of the course once, in the new order.', errors });
}
