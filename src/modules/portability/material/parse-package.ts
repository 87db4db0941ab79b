import { readCourse } from './course/read-course.js';
import { readMicroCredential } from './micro-credential/read-micro-credential.js';
import type { CoursePackage, PackageTexts } from './package.js';
import { Report } from './report.js';
import { say } from './remarks.js';

const CONFIG = 'config.yaml';
const MICRO_CREDENTIAL = 'micro-credential.yaml';
const MAX_COURSES = 50;

/**
 * Reads a package: a micro-credential.yaml with the folders of its courses, or such folders alone, or one course.
 * All of it may lie in a folder of its own, as in archives of code-hosting sites.
 * Everything that can be read is returned, whatever the report says; an `error` in it means that the package must not be stored.
 */
export function parsePackage(source: PackageTexts, report = new Report()): CoursePackage {
  const root = findRoot(source.paths);
  const isThere = (path: string): boolean => source.paths.includes(path);
  const microCredential = isThere(root + MICRO_CREDENTIAL) ? readMicroCredential(root, source, report) : null;
  const folders = microCredential ? [...new Set(microCredential.courseKeys)] : courseFolders(root, source.paths);
  const courses = folders.slice(0, MAX_COURSES).flatMap((folder) => {
    const place = folder === '' ? root : `${root}${folder}/`;
    if (isThere(place + CONFIG)) return readCourse(place, folder || nameOf(root), source, report) ?? [];
    report.add('course-folder-missing', root + MICRO_CREDENTIAL, null, folder);
    return [];
  });
  if (folders.length === 0) report.add('no-course', root, null, ...say('expected-course'));
  if (folders.length > MAX_COURSES) report.add('field-malformed', root, null, ...say('too-many-courses', { most: MAX_COURSES }));
  return { courses, microCredential, report: report.lines };
}

/** The folder that all paths share, as long as nothing lies in it that marks a package. Empty or ending in `/`. */
function findRoot(paths: readonly string[]): string {
  let root = '';
  for (;;) {
    const below = paths.map((path) => path.slice(root.length));
    const [first = ''] = below;
    const folder = first.slice(0, first.indexOf('/') + 1);
    if (!folder || below.includes(CONFIG) || below.includes(MICRO_CREDENTIAL)) return root;
    if (!below.every((path) => path.startsWith(folder))) return root;
    root += folder;
  }
}

/** Folders with a config.yaml, by name; the empty name where the root itself is a course. */
function courseFolders(root: string, paths: readonly string[]): string[] {
  if (paths.includes(root + CONFIG)) return [''];
  return paths
    .map((path) => path.slice(root.length))
    .flatMap((path) => (path.split('/').length === 2 && path.endsWith(`/${CONFIG}`) ? path.slice(0, -CONFIG.length - 1) : []))
    .toSorted();
}

function nameOf(root: string): string {
  return root.split('/').at(-2) ?? 'course';
}
