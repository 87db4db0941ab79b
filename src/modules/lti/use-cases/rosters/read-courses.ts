import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../../platform/http/access.js';
import { readCursor } from '../../../../platform/http/paging.js';
import { Problem } from '../../../../platform/http/problem.js';
import { notFound } from '../../../../platform/http/problems.js';
import { CoursesQuery, type CourseSummary } from '../../data/courses.query.js';
import { RegistrationsRepository } from '../../data/registrations.repository.js';

/** The courses of a platform, and how their rosters get on. */
@Injectable()
export class ReadCourses {
  constructor(
    private readonly work: UnitOfWork,
    private readonly registrations: RegistrationsRepository,
    private readonly courses: CoursesQuery,
  ) {}

  async ofPlatform(
    actor: Actor,
    registrationId: string,
    { cursor, limit }: { cursor?: string | undefined; limit: number },
  ): Promise<CourseSummary[]> {
    return this.work.read(actor, async (tx) => {
      if (!(await this.registrations.find(tx, registrationId))) throw new Problem(notFound);
      return this.courses.ofPlatform(tx, registrationId, { after: readCursor(cursor), limit });
    });
  }
}
