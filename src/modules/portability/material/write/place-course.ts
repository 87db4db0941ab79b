import type { Activity, EditionCourse } from '../../../catalog/index.js';
import { mediaTypeOf } from '../media-types.js';
import { addressesOn } from '../page/activity-addresses.js';
import { FreeNames, safeFileName, slugFrom } from './file-names.js';

const ENDINGS = { page: '.md', video: '.video.yaml', file: '.file.yaml', quiz: '.quiz.yaml' } as const;
const OWN_PLACE = /^(?:data|files|fig)\//;

/** What is known of a stored file. */
export interface NamedFile {
  id: string;
  originalName: string;
}

/** Where each part of a course lies in its `episodes` folder. */
export interface CoursePlaces {
  /** Name of the file by the activity's id. */
  activities: ReadonlyMap<string, string>;
  /** Path by the stored file's id. */
  files: ReadonlyMap<string, string>;
}

/** Chooses names that are safe, unique, and as near to the titles and paths of the course as that allows; always the same ones. */
export function placeCourse({ activities }: EditionCourse, files: ReadonlyMap<string, NamedFile>): CoursePlaces {
  return { activities: placeActivities(activities), files: placeFiles(activities, files) };
}

function placeActivities(activities: readonly Activity[]): Map<string, string> {
  // A page may speak of "02-colours.md" and lead nowhere: no activity takes that name, or the page would lead to it from now on.
  const spoken = new Set(activities.flatMap(({ body }) => (body.kind === 'page' ? addressesOn(body.markdown) : [])));
  const digits = Math.max(2, String(activities.length).length);
  const placed = activities.map(({ id, title, body }, index) => {
    const stem = `${String(index + 1).padStart(digits, '0')}-${slugFrom(title, body.kind)}`;
    let name = stem;
    for (let number = 2; spoken.has(name + ENDINGS[body.kind]) || spoken.has(`activity:${name}`); number += 1)
      name = `${stem}-${number}`;
    return [id, name + ENDINGS[body.kind]] as const;
  });
  return new Map(placed);
}

function placeFiles(activities: readonly Activity[], files: ReadonlyMap<string, NamedFile>): Map<string, string> {
  const names = new FreeNames();
  const placed = new Map<string, string>();
  const place = (fileId: string, written: string | null) => {
    const file = files.get(fileId);
    if (!file || placed.has(fileId)) return;
    const [folder, name] = preferred(file, written);
    placed.set(
      fileId,
      names.take((number) => (number === 1 ? folder + name : `${folder}${number}/${name}`)),
    );
  };
  for (const { body } of activities) {
    if (body.kind === 'file') place(body.fileId, null);
    if (body.kind === 'page') for (const [written, fileId] of Object.entries(body.assets)) place(fileId, written);
  }
  return placed;
}

/** Where the page names it, if courses keep files there; otherwise by the name it was uploaded with. */
function preferred({ originalName }: NamedFile, written: string | null): [folder: string, name: string] {
  if (written !== null && OWN_PLACE.test(written)) {
    const parts = written.split('/');
    const isSafe = parts.length <= 6 && parts.every((part) => part !== '' && safeFileName(part) === part);
    if (isSafe) return [`${parts.slice(0, -1).join('/')}/`, parts.at(-1) ?? ''];
  }
  const name = safeFileName(originalName);
  const isPicture = written !== null && (mediaTypeOf(name)?.startsWith('image/') ?? false);
  return [isPicture ? 'fig/' : 'files/', name];
}
