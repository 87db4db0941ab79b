import type { Actor } from '../../../platform/http/access.js';
import type { OutlinedCourse } from '../data/outline.query.js';
import type { OutlineView } from './outline.dto.js';
import { presentCourse } from './present-course.js';

export function presentOutline(actor: Actor, courses: readonly OutlinedCourse[]): OutlineView {
  return {
    courses: courses.map(({ course, activities, usedElsewhere }) => ({
      ...presentCourse(actor, course),
      activities: activities.map(({ id, position, title, kind, minutes, required, version }) => ({
        id,
        position,
        title,
        kind,
        minutes,
        required,
        version,
      })),
      usedElsewhere,
    })),
  };
}
