import type { EditionCourse } from './edition.js';

/** Ids of the files that the activities of a course show or offer. */
export function filesOfCourse({ activities }: EditionCourse): string[] {
  return activities.flatMap(({ body }) => {
    if (body.kind === 'file') return [body.fileId];
    return body.kind === 'page' ? Object.values(body.assets) : [];
  });
}
