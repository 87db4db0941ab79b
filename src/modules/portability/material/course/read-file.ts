import type { PackageActivity } from '../package.js';
import type { Note } from '../report.js';
import { openYaml } from '../yaml/open-yaml.js';

/**
 * Reads a `*.file.yaml` as an activity; `null` if it cannot be read at all.
 * @param find gives the path in the package of a file beside the episodes, or `null`
 */
export function readFileActivity(
  text: string,
  key: string,
  find: (written: string) => string | null,
  note: Note,
): PackageActivity | null {
  const fields = openYaml(text, note);
  if (!fields) return null;
  const file = fields.text('file');
  const path = find(file);
  if (file && path === null) note('file-missing', fields.line('file'), file);
  const activity: PackageActivity = {
    key,
    title: fields.text('title'),
    minutes: fields.number('minutes', 0),
    required: fields.flag('required', true),
    staffNotes: fields.text('staffNotes', ''),
    body: { kind: 'file', path, description: fields.text('description', '') },
  };
  fields.close();
  return activity;
}
