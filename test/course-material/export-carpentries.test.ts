import { describe, expect, it } from '@jest/globals';
import type { EditionCourse } from '../../src/modules/catalog/index.js';
import { retargetActivityLinks } from '../../src/modules/catalog/markdown/activity-links.js';
import { loadPackage, readPackageFolder } from '../../src/modules/portability/archive/read-package.js';
import type { PackageCourse } from '../../src/modules/portability/material/package.js';
import { parsePackage } from '../../src/modules/portability/material/parse-package.js';
import { writeOneCourse } from '../../src/modules/portability/material/write/write-package.js';
import { courseMaterial, LESSONS } from '../support/course-material.js';

/** As it is stored: ids for names. The path of a file in its package stands for its id. */
function stored({ key, title, summary, language, attribution, activities }: PackageCourse): EditionCourse {
  const keys = activities.map((activity) => activity.key);
  const idOf = (name: string) => (keys.includes(name) ? `activity-${keys.indexOf(name)}` : null);
  return {
    id: key,
    title,
    summary,
    language,
    attribution,
    activities: activities.map((activity, index) => ({
      id: `activity-${index}`,
      title: activity.title,
      minutes: activity.minutes,
      required: activity.required,
      body:
        activity.body.kind === 'page'
          ? { ...activity.body, markdown: retargetActivityLinks(activity.body.markdown, idOf) }
          : (activity.body as EditionCourse['activities'][number]['body']),
    })),
  };
}

describe('The lessons of Software Carpentry, exported and imported again', () => {
  it.each(Object.keys(LESSONS))('%s is the same, page by page', async (lesson) => {
    const opened = await readPackageFolder(courseMaterial());
    if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
    const { courses } = await loadPackage(opened.files);
    const course = courses.find(({ key }) => key === lesson);
    if (!course) throw new Error(`${lesson} was not read`);
    const original = stored(course);
    const files = new Map(
      course.assets.map(({ path }) => [path, { id: path, originalName: path.slice(path.lastIndexOf('/') + 1) }]),
    );
    const entries = writeOneCourse(original, files, '');
    const texts = new Map(entries.flatMap((entry) => ('text' in entry ? [[entry.path, entry.text()] as const] : [])));
    const again = parsePackage({ paths: entries.map(({ path }) => path), texts });
    expect(again.report.filter(({ severity }) => severity === 'error')).toEqual([]);
    const [back] = again.courses;
    if (!back) throw new Error('nothing came back');
    const fileAt = new Map(entries.flatMap((entry) => ('fileId' in entry ? [[entry.path, entry.fileId] as const] : [])));
    const asBefore = stored(back);
    for (const { body } of asBefore.activities) {
      if (body.kind !== 'page') continue;
      body.assets = Object.fromEntries(Object.entries(body.assets).map(([as, path]) => [as, fileAt.get(path) ?? path]));
    }
    expect({ ...asBefore, id: lesson }).toEqual(original);
    expect(original.activities.length).toBeGreaterThan(7);
  });
});
