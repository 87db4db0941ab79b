import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../platform/events/record-event.js';
import type { Actor } from '../../../platform/http/access.js';
import { Problem } from '../../../platform/http/problem.js';
import { notFound } from '../../../platform/http/problems.js';
import { newId } from '../../../platform/ids.js';
import { ActivitiesRepository } from '../data/activities.repository.js';
import type { CourseActivity } from '../data/course-activity.entity.js';
import { CoursesRepository } from '../data/courses.repository.js';
import { canAuthor, refuseUnlessAllowed } from '../policy.js';
import { courseFull } from '../problems.js';
import type { Author } from './create-course.js';
import { type ActivityBodyWish, SettleBody } from './settle-body.js';

export const MOST_ACTIVITIES = 200;

export interface NewActivity {
  /** Where the caller must know it beforehand, because pages link to it; otherwise a new one. */
  id?: string;
  title: string;
  /** Estimated learner minutes. */
  minutes: number;
  required: boolean;
  body: ActivityBodyWish;
  /** Counted from 0; without one, or beyond the end, the activity comes last. */
  position?: number | undefined;
}

@Injectable()
export class AddActivity {
  constructor(
    private readonly work: UnitOfWork,
    private readonly courses: CoursesRepository,
    private readonly activities: ActivitiesRepository,
    private readonly settleBody: SettleBody,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(actor: Actor, courseId: string, wish: NewActivity): Promise<CourseActivity> {
    refuseUnlessAllowed(canAuthor(actor));
    return this.work.runOnce(actor, (tx) => this.in(tx, actor, courseId, wish));
  }

  /** In the caller's transaction, which has checked the policy. Files and video addresses are checked here all the same. */
  async in(tx: Tx, author: Author, courseId: string, wish: NewActivity): Promise<CourseActivity> {
    const course = await this.courses.findForChange(tx, courseId);
    if (!course) throw new Problem(notFound);
    const order = await this.activities.order(tx, course.id);
    if (order.length >= MOST_ACTIVITIES) {
      throw new Problem(courseFull, {
        detail: `A course holds ${MOST_ACTIVITIES} activities. Split it into two.`,
        facts: { most: MOST_ACTIVITIES },
      });
    }
    const now = this.clock.now();
    const { position = order.length, ...described } = wish;
    const activity: CourseActivity = {
      ...described,
      body: await this.settleBody.in(tx, author.institutionId, wish.body),
      id: wish.id ?? newId(now.getTime()),
      institutionId: author.institutionId,
      courseId: course.id,
      position: Math.min(position, order.length),
      version: 1,
      updatedAt: now,
    };
    await this.activities.add(tx, activity);
    // Positions have no gaps, so what comes last moves nothing: an import adds its activities one after the other.
    if (activity.position < order.length) {
      await this.activities.arrange(tx, course.id, order.toSpliced(activity.position, 0, activity.id));
    }
    await recordEvent(tx, {
      institutionId: author.institutionId,
      type: 'activity.added',
      actorId: author.personId,
      subject: { type: 'activity', id: activity.id },
      particulars: { courseId: course.id, kind: activity.body.kind },
      occurredAt: now,
    });
    return activity;
  }
}
