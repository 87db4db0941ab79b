import type { CourseSummary } from '../data/courses.query.js';
import { rosterState } from '../domain/roster-state.js';
import type { LtiCourseView } from './courses.dto.js';

export function presentCourse(course: CourseSummary): LtiCourseView {
  const { id, title, label, lastLaunchAt, shown, readAt, problem, leaving, learners, staff, left, skipped } = course;
  const roster = {
    state: rosterState(course),
    readAt: readAt?.toISOString() ?? null,
    problem,
    leaving,
    learners,
    staff,
    left,
    skipped,
  };
  return { id, title, label, lastLaunchAt: lastLaunchAt.toISOString(), shown, roster };
}
