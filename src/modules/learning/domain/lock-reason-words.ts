import { percentOf } from './share.js';
import type { LockReason } from './unlocking.js';

/** One English sentence, such as `Finish “The Unix Shell” first: you have 62 %.` Times are told in `timeZone` (IANA). */
export function lockReasonWords(reason: LockReason, courseTitles: ReadonlyMap<string, string>, timeZone: string): string {
  const title = (courseId: string) => `“${courseTitles.get(courseId) ?? courseId}”`;
  switch (reason.key) {
    case 'complete_course_first':
      return `Finish ${title(reason.courseId)} first: you have ${percentOf(reason.share)} %.`;
    case 'pass_project_first':
      return 'Pass the project first.';
    case 'complete_some_first':
      return `Finish ${reason.missing} more of ${group(reason, title)} first.`;
    case 'earn_points_first':
      return `Earn ${pointsWords(reason.missing)} with ${group(reason, title)} first.`;
    case 'opens_on':
      return `Opens on ${when(reason.at, timeZone)}.`;
  }
}

function group({ title, courseIds }: { title: string | null; courseIds: string[] }, name: (courseId: string) => string): string {
  const courses = courseIds.map(name).join(', ');
  return title === null ? courses : `${title} (${courses})`;
}

function pointsWords(points: number): string {
  // Decimal points may leave 0.30000000000000004.
  const rounded = Math.round(points * 100) / 100;
  return rounded === 1 ? '1 more point' : `${rounded} more points`;
}

function when(at: Date, timeZone: string): string {
  const format = new Intl.DateTimeFormat('en-GB', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone,
  });
  return `${format.format(at)} (${timeZone})`;
}
