import type { OutlineCourse } from '../queries';

/** The screen on which a problem is mended, and the field or thing on it. */
export type ProblemPlace =
  | { screen: 'outline' }
  | { screen: 'activity'; activityId: string }
  | { screen: 'details'; field: string }
  | { screen: 'rules' }
  | { screen: 'badge' }
  | { screen: 'project' };

/** `path` is a JSON Pointer (RFC 6901) into the draft with its courses, as the checks give it. */
export function placeOfProblem(path: string, courses: readonly OutlineCourse[]): ProblemPlace {
  const [part = '', ...rest] = path.split('/').slice(1);
  switch (part) {
    case 'courses': {
      const [course, list, activity] = rest;
      const found = list === 'activities' ? courses[Number(course)]?.activities[Number(activity)] : undefined;
      // What is in the body is mended in the editor, name and minutes in the outline.
      return found && rest.length > 3 && rest[3] === 'body'
        ? { screen: 'activity', activityId: found.id }
        : { screen: 'outline' };
    }
    case 'sequence':
      return { screen: 'rules' };
    case 'badgeImageFileId':
      return { screen: 'badge' };
    case 'project':
    case 'rubric':
    case 'marking':
      return { screen: 'project' };
    case '':
      return { screen: 'outline' };
    default:
      return { screen: 'details', field: fieldName([part, ...rest]) };
  }
}

/** `/skills/0/name` as forms name it: `skills[0].name`. */
function fieldName(steps: readonly string[]): string {
  return steps.reduce((name, step) => (/^\d+$/.test(step) ? `${name}[${step}]` : name === '' ? step : `${name}.${step}`), '');
}
