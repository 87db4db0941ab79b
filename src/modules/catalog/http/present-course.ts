import type { Actor } from '../../../platform/http/access.js';
import type { CourseActivity } from '../data/course-activity.entity.js';
import type { Course } from '../data/course.entity.js';
import { canAuthor } from '../policy.js';
import type { ListedCourse } from '../use-cases/read-courses.js';
import type { ActivitySummaryView, ActivityView } from './activity.dto.js';
import type { CourseSummaryView, CourseView } from './course.dto.js';

export function presentCourse(actor: Actor, course: Course): CourseView {
  const { id, title, summary, language, attribution, version, createdAt, updatedAt } = course;
  return {
    id,
    title,
    summary,
    language,
    attribution,
    version,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
    can: { change: canAuthor(actor).allowed },
  };
}

export function presentListedCourse({ course, sums }: ListedCourse): CourseSummaryView {
  const { id, title, summary, language, updatedAt } = course;
  return { id, title, summary, language, ...sums, updatedAt: updatedAt.toISOString() };
}

export function presentActivity(activity: CourseActivity): ActivityView {
  const { id, courseId, position, title, minutes, required, body, version, updatedAt } = activity;
  return { id, courseId, position, title, minutes, required, body, version, updatedAt: updatedAt.toISOString() };
}

export function presentActivitySummary(activity: CourseActivity): ActivitySummaryView {
  const { id, position, title, body, minutes, required, version } = activity;
  return { id, position, title, kind: body.kind, minutes, required, version };
}
