import type { RosterCourse } from '../../data/rosters.repository.js';

/** A reading that has begun: while its lease lasts nobody else reads. */
export interface BegunReading {
  id: string;
  beganAt: Date;
  attempts: number;
  course: RosterCourse & { membershipsUrl: string };
  /** What has changed since the last reading; `null`: all of it is read. */
  differencesUrl: string | null;
}

export type ReadableCourse = BegunReading['course'];

/** Thrown where a reading finds that another has taken its turn, and caught where it began. */
export class LostReading extends Error {
  override readonly name = 'LostReading';
}

/** Whether the course shows something, and its platform may be asked who is in it. */
export function isReadable(course: RosterCourse): course is ReadableCourse {
  const { membershipsUrl, shown, registration, deploymentState } = course;
  const isOn = registration.state === 'active' && registration.settings.syncRosters && deploymentState === 'approved';
  return isOn && membershipsUrl !== null && shown > 0;
}
