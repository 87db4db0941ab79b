/** What of a micro-credential a link leads to: the whole, or a part of its edition. */
export type Shown = { kind: 'micro-credential' | 'project' } | { kind: 'course' | 'activity'; nodeId: string };

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const PART = new RegExp(`^(course|activity)-(${UUID})$`);

/** As a link says it: `project`, `course-UUID`, `activity-UUID`. Anything else leads to the whole, so that an old link still leads somewhere. */
export function readShown(text: string): Shown {
  if (text === 'project') return { kind: 'project' };
  const [, kind, nodeId = ''] = PART.exec(text) ?? [];
  return kind ? { kind: kind as 'course' | 'activity', nodeId } : { kind: 'micro-credential' };
}

/** Where a learner is shown it: a path of the web application. */
export function learnerScreen(shown: Shown, enrollmentId: string): string {
  const journey = `/app/learning/${enrollmentId}`;
  switch (shown.kind) {
    case 'micro-credential':
      return journey;
    case 'course':
      return `${journey}#course-${shown.nodeId}`;
    case 'activity':
      return `${journey}/activities/${shown.nodeId}`;
    case 'project':
      return `${journey}/project`;
  }
}

/** Where who grades or teaches sees what was handed in. */
export function staffScreen(offeringId: string): string {
  return `/app/grading/${offeringId}`;
}

/** Where who teaches sees one piece of work. */
export function attemptScreen(offeringId: string, attemptId: string): string {
  return `${staffScreen(offeringId)}/attempts/${attemptId}`;
}

/** Where the office looks after it. */
export function officeScreen(offeringId: string): string {
  return `/app/offerings/${offeringId}`;
}

/** Where learners get a place, or read why there is none for them. */
export function enrollScreen(offeringId: string): string {
  return `/app/enroll/${offeringId}`;
}
