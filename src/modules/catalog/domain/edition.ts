import type { Activity } from './activity.js';
import type { MicroCredentialDraft } from './micro-credential.js';
import type { Project, Rubric } from './project.js';

/** A course as an edition froze it. */
export interface EditionCourse {
  id: string;
  title: string;
  summary: string;
  language: string;
  attribution: Attribution | null;
  activities: Activity[];
}

/** Whose work a course is, shown under each of its pages. */
export interface Attribution {
  authors: string;
  licence: string;
  licenceUrl: string;
  sourceUrl: string;
  changes: string;
}

/** Everything that learners of an edition meet, frozen at publication. */
export interface EditionContent extends Omit<MicroCredentialDraft, 'courseIds' | 'project' | 'rubric'> {
  courses: EditionCourse[];
  project: Project;
  rubric: Rubric;
}
