import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/http/access.js';
import { type Page, page, readCursor } from '../../../platform/http/paging.js';
import { Problem } from '../../../platform/http/problem.js';
import { notFound } from '../../../platform/http/problems.js';
import { ActivitiesRepository } from '../data/activities.repository.js';
import type { CourseActivity } from '../data/course-activity.entity.js';
import type { Course } from '../data/course.entity.js';
import { CoursesRepository, type CourseSums } from '../data/courses.repository.js';

export interface ListedCourse {
  course: Course;
  sums: CourseSums;
}

@Injectable()
export class ReadCourses {
  constructor(
    private readonly work: UnitOfWork,
    private readonly courses: CoursesRepository,
    private readonly activities: ActivitiesRepository,
  ) {}

  async list(actor: Actor, limit: number, cursor: string | undefined, q?: string): Promise<Page<ListedCourse>> {
    const after = readCursor(cursor);
    return this.work.read(actor, async (tx) => {
      const courses = await this.courses.list(tx, actor.institutionId, after, limit, q);
      const sums = await this.courses.sums(
        tx,
        courses.map(({ id }) => id),
      );
      const present = (course: Course) => ({ course, sums: sums.get(course.id) ?? { activities: 0, minutes: 0 } });
      return page(courses, limit, ({ createdAt, id }) => ({ at: createdAt, id }), present);
    });
  }

  async one(actor: Actor, courseId: string): Promise<Course> {
    const course = await this.work.read(actor, (tx) => this.courses.find(tx, courseId));
    if (!course) throw new Problem(notFound);
    return course;
  }

  /** The activities of a course in their order. */
  async activitiesOf(actor: Actor, courseId: string): Promise<CourseActivity[]> {
    return this.work.read(actor, async (tx) => {
      if (!(await this.courses.find(tx, courseId))) throw new Problem(notFound);
      return this.activities.ofCourses(tx, [courseId]);
    });
  }

  async activity(actor: Actor, activityId: string): Promise<CourseActivity> {
    const activity = await this.work.read(actor, (tx) => this.activities.find(tx, activityId));
    if (!activity) throw new Problem(notFound);
    return activity;
  }
}
