import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/http/access.js';
import { Problem } from '../../../platform/http/problem.js';
import { notFound } from '../../../platform/http/problems.js';
import { newId } from '../../../platform/ids.js';
import { ActivitiesRepository } from '../data/activities.repository.js';
import type { Course } from '../data/course.entity.js';
import { CoursesRepository } from '../data/courses.repository.js';
import { copyTitle } from '../domain/copy-title.js';
import type { ActivityBody } from '../domain/activity.js';
import { retargetActivityLinks } from '../markdown/activity-links.js';
import { canAuthor, refuseUnlessAllowed } from '../policy.js';
import { CreateCourse } from './create-course.js';

/** A course of its own with the same activities: a completion of one says nothing about the other. */
@Injectable()
export class DuplicateCourse {
  constructor(
    private readonly work: UnitOfWork,
    private readonly courses: CoursesRepository,
    private readonly activities: ActivitiesRepository,
    private readonly createCourse: CreateCourse,
  ) {}

  async run(actor: Actor, courseId: string): Promise<Course> {
    refuseUnlessAllowed(canAuthor(actor));
    return this.work.runOnce(actor, async (tx) => {
      const original = await this.courses.find(tx, courseId);
      if (!original) throw new Problem(notFound);
      const { title, summary, language, attribution } = original;
      const copy = await this.createCourse.in(
        tx,
        actor,
        { title: copyTitle(title), summary, language, attribution },
        original.id,
      );
      const activities = await this.activities.ofCourses(tx, [original.id]);
      const newIds = new Map(activities.map(({ id }) => [id, newId()]));
      for (const activity of activities) {
        await this.activities.add(tx, {
          ...activity,
          id: newIds.get(activity.id) ?? newId(),
          courseId: copy.id,
          body: withLinks(activity.body, newIds),
          version: 1,
          updatedAt: copy.createdAt,
        });
      }
      return copy;
    });
  }
}

/** Links between the pages of the original lead to the pages of the copy. */
function withLinks(body: ActivityBody, newIds: ReadonlyMap<string, string>): ActivityBody {
  if (body.kind !== 'page') return body;
  return { ...body, markdown: retargetActivityLinks(body.markdown, (id) => newIds.get(id) ?? null) };
}
