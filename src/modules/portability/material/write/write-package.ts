import type { EditionCourse, PublishingCandidate } from '../../../catalog/index.js';
import type { PackageEntry } from './entry.js';
import { FreeNames, slugFrom } from './file-names.js';
import type { NamedFile } from './place-course.js';
import { toYaml } from './to-yaml.js';
import { writeCourse } from './write-course.js';
import { readmeText } from './readme-text.js';
import { sequenceFields } from './write-sequence.js';

const LOOKS_LIKE_FILE = /^[^\s]+\.md$/;

/** The files of a package with one micro-credential and its courses, as `parsePackage` reads them. */
export function writeMicroCredential(
  { courses, ...draft }: PublishingCandidate,
  files: ReadonlyMap<string, NamedFile>,
  about: string,
): PackageEntry[] {
  const keys = courseKeys(courses);
  const badge = draft.badgeImageFileId && files.has(draft.badgeImageFileId) ? draft.badgeImageFileId : null;
  const texts: PackageEntry[] = [];
  /** A text in a file of its own. */
  const apart = (name: string, text: string): string => {
    texts.push({ path: name, text: () => text });
    return name;
  };
  const inPlace = (name: string, text: string) => (LOOKS_LIKE_FILE.test(text) ? apart(name, text) : text);
  const { project, rubric, awardTerms } = draft;
  const fields = {
    title: draft.title,
    summary: draft.summary,
    description: inPlace('description.md', draft.description),
    outcomes: draft.outcomes,
    skills: draft.skills.map(({ name, alignment }) => (alignment ? { name, alignment } : { name })),
    ...(draft.level ? { level: draft.level } : {}),
    workload: draft.workload,
    language: draft.language,
    deliveryMode: draft.deliveryMode,
    qualityAssurance: draft.qualityAssurance,
    prerequisites: draft.prerequisites,
    criteria: inPlace('criteria.md', draft.criteria),
    ...(badge ? { badgeImage: 'badge.png' } : {}),
    ...(awardTerms ? { awardTerms } : {}),
    courses: courses.map(({ id }) => keys.get(id)),
    sequence: sequenceFields(draft.sequence, (id) => keys.get(id)) ?? undefined,
    ...(project ? { project: { ...project, brief: project.brief && apart('project.md', project.brief) } } : {}),
    ...(rubric ? { rubric } : {}),
    marking: draft.marking,
  };
  return [
    {
      path: 'README.md',
      text: () =>
        readmeText(
          draft.title,
          about,
          courses.map((course) => [keys.get(course.id) ?? '', course]),
        ),
    },
    { path: 'micro-credential.yaml', text: () => toYaml(fields) },
    ...texts,
    ...(badge ? [{ path: 'badge.png', fileId: badge }] : []),
    ...courses.flatMap((course) => writeCourse(`${keys.get(course.id) ?? ''}/`, course, files)),
  ];
}

/** The files of a package with one course. */
export function writeOneCourse(course: EditionCourse, files: ReadonlyMap<string, NamedFile>, about: string): PackageEntry[] {
  const key = slugFrom(course.title, 'course');
  return [
    { path: 'README.md', text: () => readmeText(course.title, about, [[key, course]]) },
    ...writeCourse(`${key}/`, course, files),
  ];
}

/** Names of folders by the ids of their courses. */
function courseKeys(courses: readonly EditionCourse[]): Map<string, string> {
  const names = new FreeNames();
  return new Map(
    courses.map(({ id, title }) => {
      const slug = slugFrom(title, 'course');
      return [id, names.take((number) => (number === 1 ? slug : `${slug}-${number}`))];
    }),
  );
}
