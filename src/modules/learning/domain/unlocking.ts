import type { Release, Requirement } from '../../catalog/domain/sequence.js';
import { prerequisites, type CourseState, type Leaf, type Prerequisite } from './prerequisites.js';

export type LockReason = Prerequisite | { key: 'opens_on'; at: Date };

export interface Unlock {
  state: 'open' | 'locked' | 'completed';
  /** Everything that still stands before it; empty unless locked. */
  reasons: LockReason[];
}

export interface Unlocking {
  /** Every course of the sequence, in its order. */
  courses: (Unlock & { courseId: string })[];
  project: Unlock;
}

export interface LearnerState {
  courses: ReadonlyMap<string, CourseState>;
  projectPassed: boolean;
  /** When the learner's time in the offering begins; nothing opens before. */
  startedAt: Date;
}

/**
 * What a learner may open now. Checked on the server on every read and write of a course, quiz or submission.
 * What is complete stays open to read, whatever the order says. Neither more completions nor time ever lock anything again.
 */
export function unlocking(sequence: Requirement, learner: LearnerState, now: Date): Unlocking {
  const courses: Unlocking['courses'] = [];
  let project: Unlock | null = null;
  for (const { leaf, missing } of prerequisites(sequence, learner)) {
    const reasons: LockReason[] = [...missing, ...notYet(leaf, learner.startedAt, now)];
    if (leaf.type === 'project') {
      project ??= unlock(learner.projectPassed, reasons);
      continue;
    }
    const completed = learner.courses.get(leaf.courseId)?.completed ?? false;
    courses.push({ courseId: leaf.courseId, ...unlock(completed, reasons) });
  }
  if (project === null) throw new Error('The sequence of an edition has no project, which publishing should have refused.');
  return { courses, project };
}

function unlock(completed: boolean, reasons: LockReason[]): Unlock {
  if (completed) return { state: 'completed', reasons: [] };
  return { state: reasons.length === 0 ? 'open' : 'locked', reasons };
}

function notYet({ release }: Leaf, startedAt: Date, now: Date): LockReason[] {
  const at = release === undefined ? startedAt : opensAt(release, startedAt);
  return now < at ? [{ key: 'opens_on', at }] : [];
}

const DAY = 24 * 60 * 60 * 1000;

/** When a course or the project is opened by time alone. */
export function opensAt(release: Release, startedAt: Date): Date {
  const released = release.type === 'fixed' ? Date.parse(release.at) : startedAt.getTime() + release.days * DAY;
  return new Date(Math.max(released, startedAt.getTime()));
}
