import type { Activity, Attribution, EditionCourse } from '../../../catalog/index.js';
import { LICENCES } from '../course/attribution.js';
import type { PackageEntry } from './entry.js';
import { type CoursePlaces, type NamedFile, placeCourse } from './place-course.js';
import { toYaml } from './to-yaml.js';
import { writePage } from './write-page.js';
import { activityFields, quizFields } from './write-quiz.js';

/**
 * The files of a course's folder, as `readCourse` reads them.
 * @param root the folder's path, empty or ending in `/`
 */
export function writeCourse(root: string, course: EditionCourse, files: ReadonlyMap<string, NamedFile>): PackageEntry[] {
  const places = placeCourse(course, files);
  const { title, summary, language, attribution, activities } = course;
  const config = {
    title,
    ...(summary ? { summary } : {}),
    language,
    pages: 'exact',
    ...(attribution ? attributionFields(attribution) : {}),
    episodes: activities.map(({ id }) => places.activities.get(id) ?? ''),
  };
  return [
    { path: `${root}config.yaml`, text: () => toYaml(config) },
    ...activities.map((activity) => ({
      path: `${root}episodes/${places.activities.get(activity.id) ?? ''}`,
      text: () => writeActivity(activity, places),
    })),
    ...[...places.files].map(([fileId, path]) => ({ path: `${root}episodes/${path}`, fileId })),
  ];
}

function attributionFields({ authors, licence, licenceUrl, sourceUrl, changes }: Attribution): object {
  const known = [...LICENCES].find(([, [name, url]]) => name === licence && url === licenceUrl)?.[0];
  return {
    ...(licence || known ? { license: known ?? licence } : {}),
    ...(licenceUrl && !known ? { licenseUrl: licenceUrl } : {}),
    ...(authors ? { authors } : {}),
    ...(sourceUrl ? { source: sourceUrl } : {}),
    ...(changes ? { changes } : {}),
  };
}

function writeActivity(activity: Activity, places: CoursePlaces): string {
  const { body } = activity;
  switch (body.kind) {
    case 'page':
      return writePage({ ...activity, body }, places);
    case 'quiz':
      return toYaml({ ...activityFields(activity), ...quizFields(body.quiz) });
    case 'video':
      return toYaml({ ...activityFields(activity), url: body.url, transcript: body.transcript });
    case 'file':
      return toYaml({ ...activityFields(activity), file: places.files.get(body.fileId) ?? '', description: body.description });
  }
}
