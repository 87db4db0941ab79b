import type { EditionContent } from '../../catalog/domain/edition.js';
import type { ChosenLink } from './deep-linking.js';

export interface OfferedEdition {
  microCredentialId: string;
  title: string;
  content: EditionContent;
}

/** What of a micro-credential a course of a platform can link to: the whole, each course, each activity, and the project. */
export function offeredLinks({ microCredentialId, title, content }: OfferedEdition): ChosenLink[] {
  const courses = content.courses.flatMap((course) => [
    { target: { kind: 'course' as const, microCredentialId, nodeId: course.id }, title: course.title, text: course.summary },
    ...course.activities.map((activity) => ({
      target: { kind: 'activity' as const, microCredentialId, nodeId: activity.id },
      title: activity.title,
      text: course.title,
    })),
  ]);
  return [
    { target: { kind: 'micro-credential', microCredentialId }, title, text: content.summary },
    ...courses,
    { target: { kind: 'project', microCredentialId }, title: content.project.title, text: title },
  ];
}
