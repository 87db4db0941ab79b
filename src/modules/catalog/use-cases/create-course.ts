import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../platform/events/record-event.js';
import type { Actor } from '../../../platform/http/access.js';
import { newId } from '../../../platform/ids.js';
import type { Course } from '../data/course.entity.js';
import { CoursesRepository } from '../data/courses.repository.js';
import type { Attribution } from '../domain/edition.js';
import { canAuthor, refuseUnlessAllowed } from '../policy.js';

/** Who an authored thing belongs to and who made it. */
export type Author = Pick<Actor, 'personId' | 'institutionId'>;

export interface NewCourse {
  title: string;
  summary: string;
  /** BCP 47. */
  language: string;
  attribution: Attribution | null;
}

@Injectable()
export class CreateCourse {
  constructor(
    private readonly work: UnitOfWork,
    private readonly courses: CoursesRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(actor: Actor, wish: NewCourse): Promise<Course> {
    refuseUnlessAllowed(canAuthor(actor));
    return this.work.runOnce(actor, (tx) => this.in(tx, actor, wish));
  }

  /** In the caller's transaction, which has checked the policy. `copiedFrom` is told in the event. */
  async in(tx: Tx, author: Author, wish: NewCourse, copiedFrom?: string): Promise<Course> {
    const now = this.clock.now();
    const course: Course = {
      ...wish,
      id: newId(now.getTime()),
      institutionId: author.institutionId,
      version: 1,
      createdBy: author.personId,
      createdAt: now,
      updatedAt: now,
    };
    await this.courses.add(tx, course);
    await recordEvent(tx, {
      institutionId: author.institutionId,
      type: 'course.created',
      actorId: author.personId,
      subject: { type: 'course', id: course.id },
      particulars: copiedFrom === undefined ? {} : { copiedFrom },
      occurredAt: now,
    });
    return course;
  }
}
