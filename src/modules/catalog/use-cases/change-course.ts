import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../platform/events/record-event.js';
import type { Actor } from '../../../platform/http/access.js';
import { Problem } from '../../../platform/http/problem.js';
import { notFound } from '../../../platform/http/problems.js';
import { refuseStale } from '../../../platform/http/versions.js';
import type { Course } from '../data/course.entity.js';
import { CoursesRepository } from '../data/courses.repository.js';
import { canAuthor, refuseUnlessAllowed } from '../policy.js';
import type { NewCourse } from './create-course.js';

/** Changes how a course describes itself. Editions that froze it before keep what they froze. */
@Injectable()
export class ChangeCourse {
  constructor(
    private readonly work: UnitOfWork,
    private readonly courses: CoursesRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(actor: Actor, courseId: string, expectedVersion: number, changes: Partial<NewCourse>): Promise<Course> {
    refuseUnlessAllowed(canAuthor(actor));
    return this.work.run(actor, async (tx) => {
      const course = await this.courses.findForChange(tx, courseId);
      if (!course) throw new Problem(notFound);
      refuseStale(course.version, expectedVersion);
      const now = this.clock.now();
      const changed: Course = { ...course, ...changes, version: course.version + 1, updatedAt: now };
      await this.courses.save(tx, changed);
      await recordEvent(tx, {
        institutionId: actor.institutionId,
        type: 'course.changed',
        actorId: actor.personId,
        subject: { type: 'course', id: course.id },
        particulars: { fields: Object.keys(changes) },
        occurredAt: now,
      });
      return changed;
    });
  }
}
