import type { View } from '../../../api/client';
import type { Messages } from '../../../i18n';

type Reason = View<'LockReasonView'>;

/** Why something is locked, in the language of the screen where we have the words, else as the server says it. */
export function lockWords(
  { key, words, courseIds, opensAt }: Reason,
  titles: ReadonlyMap<string, string>,
  { journey: { reasons } }: Messages['learning'],
  dateTime: (iso: string) => string,
): string {
  if (key === 'complete_course_first') return reasons.completeCourse(titles.get(courseIds[0] ?? '') ?? '');
  if (key === 'opens_on' && opensAt) return reasons.opensOn(dateTime(opensAt));
  if (key === 'pass_project_first') return reasons.passProject;
  return words;
}
