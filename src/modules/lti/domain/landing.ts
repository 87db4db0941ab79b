import type { Target } from './target.js';

/** Where a learner is shown what a link stands for: a path of the web application. */
export function learnerScreen(target: Target, enrollmentId: string): string {
  const journey = `/app/learning/${enrollmentId}`;
  switch (target.kind) {
    case 'micro-credential':
      return journey;
    case 'course':
      return `${journey}#course-${target.nodeId}`;
    case 'activity':
      return `${journey}/activities/${target.nodeId}`;
    case 'project':
      return `${journey}/project`;
  }
}

/** Where who teaches sees one piece of work. */
export function attemptScreen(offeringId: string, attemptId: string): string {
  return `${staffScreen(offeringId)}/attempts/${attemptId}`;
}

/** Where who teaches sees what the people of the course hand in. */
export function staffScreen(offeringId: string): string {
  return `/app/grading/${offeringId}`;
}
