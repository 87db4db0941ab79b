import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/http/access.js';
import { Problem } from '../../../platform/http/problem.js';
import { notFound } from '../../../platform/http/problems.js';
import { ActivitiesRepository, type ListedActivity } from '../data/activities.repository.js';
import type { Course } from '../data/course.entity.js';
import { CoursesRepository } from '../data/courses.repository.js';
import { MicroCredentialsRepository } from '../data/micro-credentials.repository.js';

export interface OutlinedCourse {
  course: Course;
  /** In their order, without their bodies. */
  activities: ListedActivity[];
  /** How many other micro-credentials hold the course. */
  usedElsewhere: number;
}

/** What a micro-credential consists of, in one look: four statements, however many courses there are. */
@Injectable()
export class ReadOutline {
  constructor(
    private readonly work: UnitOfWork,
    private readonly microCredentials: MicroCredentialsRepository,
    private readonly courses: CoursesRepository,
    private readonly activities: ActivitiesRepository,
  ) {}

  async run(actor: Actor, id: string): Promise<OutlinedCourse[]> {
    return this.work.run(actor, async (tx) => {
      const microCredential = await this.microCredentials.find(tx, id);
      if (!microCredential) throw new Problem(notFound);
      const { courseIds } = microCredential.draft;
      const found = await this.courses.findMany(tx, microCredential.institutionId, courseIds);
      const courses = new Map(found.map((course) => [course.id, course]));
      const listed = await this.activities.listed(tx, courseIds);
      const uses = await this.microCredentials.uses(tx, microCredential.institutionId, courseIds);
      return courseIds.flatMap((courseId) => {
        const course = courses.get(courseId);
        if (!course) return [];
        const activities = listed.filter((activity) => activity.courseId === courseId);
        return [{ course, activities, usedElsewhere: (uses.get(courseId) ?? 1) - 1 }];
      });
    });
  }
}
