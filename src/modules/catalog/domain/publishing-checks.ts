import { coursesProblems, type ContentAccess } from './check-courses.js';
import { descriptionProblems } from './check-description.js';
import { markingProblems, projectProblems } from './check-project.js';
import { rubricProblems } from './check-rubric.js';
import { sequenceProblems } from './check-sequence.js';
import type { EditionContent } from './edition.js';
import type { Project, Rubric } from './project.js';
import type { PublishingProblem } from './publishing-problem-codes.js';

/** A draft together with the courses it names: what would be frozen if it were published now. */
export interface PublishingCandidate extends Omit<EditionContent, 'project' | 'rubric'> {
  project: Project | null;
  rubric: Rubric | null;
}

/** Every problem at once, in the order of the editor's pages; an empty list means that it may be published. */
export function publishingProblems(candidate: PublishingCandidate, access: ContentAccess): PublishingProblem[] {
  return [
    ...descriptionProblems(candidate, (fileId) => access.fileExists(fileId)),
    ...coursesProblems(candidate.courses, access),
    ...sequenceProblems(candidate.sequence, candidate.courses),
    ...projectProblems(candidate.project),
    ...rubricProblems(candidate.rubric),
    ...markingProblems(candidate.marking),
  ];
}
