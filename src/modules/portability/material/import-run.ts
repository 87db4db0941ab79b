import type { ArchiveProblem } from '../archive/package-files.js';
import type { CoursePackage, ReportLine } from './package.js';

/** `refused`: there is something in it that must be mended first. */
export type ImportState = 'uploaded' | 'checked' | 'refused' | 'applied';

export interface ImportReport {
  /** What is wrong with the archive itself, entry by entry. */
  archive: ArchiveProblem[];
  /** What is said of its files, line by line. */
  lines: ReportLine[];
  courses: { key: string; title: string; activities: number; minutes: number }[];
  microCredential: string | null;
}

export interface ImportOutcome {
  courses: { key: string; courseId: string }[];
  microCredentialId: string | null;
}

export function reportOf({ courses, microCredential, report }: CoursePackage): ImportReport {
  return {
    archive: [],
    lines: report,
    courses: courses.map(({ key, title, activities }) => ({
      key,
      title,
      activities: activities.length,
      minutes: activities.reduce((sum, activity) => sum + activity.minutes, 0),
    })),
    microCredential: microCredential?.title ?? null,
  };
}

/** Whether it may be made into courses as it is. */
export function isUsable({ archive, lines, courses }: ImportReport): boolean {
  return archive.length === 0 && courses.length > 0 && lines.every(({ severity }) => severity !== 'error');
}
