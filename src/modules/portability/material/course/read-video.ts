import { canParseUrl } from '../../../../platform/can-parse-url.js';
import type { PackageActivity } from '../package.js';
import type { Note } from '../report.js';
import { openYaml } from '../yaml/open-yaml.js';
import { say } from '../remarks.js';

/** Reads a `*.video.yaml` as an activity; `null` if it cannot be read at all. Which hosts may play is decided when it is stored. */
export function readVideoFile(text: string, key: string, note: Note): PackageActivity | null {
  const fields = openYaml(text, note);
  if (!fields) return null;
  const url = fields.text('url');
  if (url && !(canParseUrl(url) && new URL(url).protocol === 'https:'))
    note('field-malformed', fields.line('url'), ...say('must-begin-with-https', { name: 'url' }));
  const activity: PackageActivity = {
    key,
    title: fields.text('title'),
    minutes: fields.number('minutes', 0),
    required: fields.flag('required', true),
    staffNotes: fields.text('staffNotes', ''),
    body: { kind: 'video', url, transcript: fields.text('transcript', '') },
  };
  fields.close();
  return activity;
}
