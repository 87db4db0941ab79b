import { Problem } from '../../../platform/http/problem.js';
import { invalidFields } from '../../../platform/http/problems.js';
import type { WaiverWish } from '../use-cases/waive-activities.js';
import type { WaiveDto } from './arrangements.dto.js';

/** Throws `request.invalid_fields` unless exactly one of the two is named. */
export function readWaiverWish({ activityId, courseId }: WaiveDto): WaiverWish {
  if (activityId !== undefined && courseId === undefined) return { activityId: activityId.toLowerCase() };
  if (courseId !== undefined && activityId === undefined) return { courseId: courseId.toLowerCase() };
  throw new Problem(invalidFields, {
    errors: [{ field: 'activityId', code: 'either_or', detail: 'Name either an activity or a course.' }],
  });
}
