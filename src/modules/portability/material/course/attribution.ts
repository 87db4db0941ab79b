import type { Attribution } from '../../../catalog/index.js';
import type { Note } from '../report.js';
import type { CourseConfig } from './course-config.js';

/** Licences by their SPDX name, with the name people read and the address of the text. */
export const LICENCES = new Map([
  ['CC0-1.0', ['CC0 1.0', 'https://creativecommons.org/publicdomain/zero/1.0/']],
  ['CC-BY-4.0', ['CC BY 4.0', 'https://creativecommons.org/licenses/by/4.0/']],
  ['CC-BY-SA-4.0', ['CC BY-SA 4.0', 'https://creativecommons.org/licenses/by-sa/4.0/']],
  ['CC-BY-ND-4.0', ['CC BY-ND 4.0', 'https://creativecommons.org/licenses/by-nd/4.0/']],
  ['CC-BY-NC-4.0', ['CC BY-NC 4.0', 'https://creativecommons.org/licenses/by-nc/4.0/']],
  ['CC-BY-NC-SA-4.0', ['CC BY-NC-SA 4.0', 'https://creativecommons.org/licenses/by-nc-sa/4.0/']],
  ['CC-BY-NC-ND-4.0', ['CC BY-NC-ND 4.0', 'https://creativecommons.org/licenses/by-nc-nd/4.0/']],
  ['MIT', ['MIT', 'https://opensource.org/license/mit']],
]);

/**
 * Whose work a course is. `names` is the text of the folder's AUTHORS file, a name a line;
 * `changes` says what reading the folder changed, which CC licences ask for. `null` if the folder says nothing about its origin.
 */
export function readAttribution(config: CourseConfig, names: string | null, changes: string, note: Note): Attribution | null {
  const people = (names ?? '').split('\n').flatMap((line) => line.trim() || []);
  const authors = [config.authors, people.join(', ')].filter((part) => part !== '').join(': ');
  if (!authors && ![config.licence, config.licenceUrl, config.source, config.changes].some((part) => part !== '')) return null;
  const [licence, licenceUrl] = config.licenceUrl ? [config.licence, config.licenceUrl] : readLicence(config.licence, note);
  return { authors, licence, licenceUrl, sourceUrl: config.source, changes: config.changes || changes };
}

function readLicence(written: string, note: Note): [name: string, url: string] {
  const [name, url] =
    LICENCES.get(
      written
        .trim()
        .toUpperCase()
        .replaceAll(/[\s_-]+/g, '-'),
    ) ?? [];
  if (name !== undefined && url !== undefined) return [name, url];
  if (written) note('licence-unknown', null, written);
  return [written, ''];
}
