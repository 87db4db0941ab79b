import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { Problem } from '../../../platform/http/problem.js';
import { ActivitiesRepository } from '../data/activities.repository.js';
import type { CourseActivity } from '../data/course-activity.entity.js';
import { CourseFilesRepository } from '../data/course-files.repository.js';
import type { Course } from '../data/course.entity.js';
import { CoursesRepository } from '../data/courses.repository.js';
import type { MicroCredential } from '../data/micro-credential.entity.js';
import type { Activity } from '../domain/activity.js';
import { filesOfCourse } from '../domain/course-files.js';
import type { EditionCourse } from '../domain/edition.js';
import { type PublishingCandidate, publishingProblems } from '../domain/publishing-checks.js';
import type { PublishingProblem } from '../domain/publishing-problem-codes.js';
import { embedUrl } from '../domain/video-hosts.js';
import { editionTooLarge } from '../problems.js';

/** Characters of JSON. Every learner's request may read an edition, so it has to fit into memory many times over. */
export const LARGEST_EDITION = 16_000_000;

export interface CheckedCandidate {
  candidate: PublishingCandidate;
  problems: PublishingProblem[];
}

/** Gathers what would be frozen if a draft were published now, and everything that stands against it. */
@Injectable()
export class PublishingCandidates {
  constructor(
    private readonly courses: CoursesRepository,
    private readonly activities: ActivitiesRepository,
    private readonly files: CourseFilesRepository,
  ) {}

  /** Throws `catalog.edition_too_large` before anything large is read. */
  async in(tx: Tx, { institutionId, draft }: MicroCredential): Promise<CheckedCandidate> {
    const { courseIds, ...described } = draft;
    const courses = await this.coursesOf(tx, institutionId, courseIds);
    const candidate: PublishingCandidate = { ...described, courses };
    const assets = await this.files.existing(tx, institutionId, 'course-asset', courses.flatMap(filesOfCourse));
    const badges = await this.files.existing(
      tx,
      institutionId,
      'badge-image',
      described.badgeImageFileId ? [described.badgeImageFileId] : [],
    );
    const problems = publishingProblems(candidate, {
      videoAllowed: (url) => embedUrl(url) !== null,
      fileExists: (fileId) => assets.has(fileId) || badges.has(fileId),
    });
    return { candidate, problems };
  }

  /** Courses as an edition would freeze them. Throws `catalog.edition_too_large` before anything large is read. */
  async coursesOf(tx: Tx, institutionId: string, courseIds: readonly string[]): Promise<EditionCourse[]> {
    await this.refuseTooLarge(tx, courseIds);
    const courses = new Map((await this.courses.findMany(tx, institutionId, courseIds)).map((course) => [course.id, course]));
    const activities = await this.activities.ofCourses(tx, [...courses.keys()]);
    return courseIds.flatMap((id) => {
      const course = courses.get(id);
      return course
        ? [
            frozenCourse(
              course,
              activities.filter(({ courseId }) => courseId === id),
            ),
          ]
        : [];
    });
  }

  private async refuseTooLarge(tx: Tx, courseIds: readonly string[]): Promise<void> {
    const size = await this.activities.bodySize(tx, courseIds);
    if (size <= LARGEST_EDITION) return;
    throw new Problem(editionTooLarge, {
      detail: `Its pages and quizzes have ${size} characters; at most ${LARGEST_EDITION} can be published. Split it, or put long material into files.`,
      facts: { size, largest: LARGEST_EDITION },
    });
  }
}

function frozenCourse(
  { id, title, summary, language, attribution }: Course,
  activities: readonly CourseActivity[],
): EditionCourse {
  return { id, title, summary, language, attribution, activities: activities.map(frozenActivity) };
}

function frozenActivity({ id, title, minutes, required, body }: CourseActivity): Activity {
  return { id, title, minutes, required, body };
}
