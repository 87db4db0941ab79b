import type { ActivityKind } from '../../catalog/domain/activity.js';
import type { Attribution, EditionContent } from '../../catalog/domain/edition.js';
import type { Requirement } from '../../catalog/domain/sequence.js';

/** An edition without its pages: everything that journeys and progress need, small enough to keep in memory. */
export interface EditionOutline {
  editionId: string;
  microCredentialId: string;
  number: number;
  title: string;
  courses: CourseOutline[];
  sequence: Requirement;
  project: { title: string; minutes: number };
}

export interface CourseOutline {
  id: string;
  title: string;
  /** BCP 47. */
  language: string;
  attribution: Attribution | null;
  activities: ActivityOutline[];
}

export interface ActivityOutline {
  id: string;
  title: string;
  kind: ActivityKind;
  minutes: number;
  required: boolean;
}

export interface PublishedEdition {
  id: string;
  microCredentialId: string;
  number: number;
  title: string;
  content: EditionContent;
}

export function outlineOf({ id, microCredentialId, number, title, content }: PublishedEdition): EditionOutline {
  return {
    editionId: id,
    microCredentialId,
    number,
    title,
    courses: content.courses.map((course) => ({
      id: course.id,
      title: course.title,
      language: course.language,
      attribution: course.attribution,
      activities: course.activities.map(({ id, title, minutes, required, body }) => ({
        id,
        title,
        kind: body.kind,
        minutes,
        required,
      })),
    })),
    sequence: content.sequence,
    project: { title: content.project.title, minutes: content.project.minutes },
  };
}

/** The course that an activity belongs to in this edition. */
export function courseOfActivity({ courses }: Pick<EditionOutline, 'courses'>, activityId: string): CourseOutline | null {
  return courses.find(({ activities }) => activities.some(({ id }) => id === activityId)) ?? null;
}
