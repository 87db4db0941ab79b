import type { Requirement } from '../../catalog/domain/sequence.js';
import { localDay } from '../../enrollment/domain/local-day.js';
import { type Done, type Leaf, missingFor } from './prerequisites.js';
import type { EditionOutline } from './edition-outline.js';
import type { WorkItem } from './study-plan.js';
import { opensAt } from './unlocking.js';
import type { Way } from './way.js';

export interface WorkFacts {
  way: Way;
  startedAt: Date;
  /** Handed in or passed: there is nothing to do for it now. */
  projectDone: boolean;
  /** IANA, in which days are counted. */
  timeZone: string;
}

/** What a learner has still to do for the credential, in the order in which it can be done. Of a choice, as much as is missing. */
export function workLeft(edition: Pick<EditionOutline, 'courses' | 'sequence' | 'project'>, facts: WorkFacts): WorkItem[] {
  const { way, startedAt, projectDone, timeZone } = facts;
  const done: Done = {
    courses: new Map(way.progress.courses.map((course) => [course.courseId, course])),
    projectPassed: projectDone,
  };
  const shares = new Map(way.progress.activities.map((activity) => [activity.activityId, activity]));
  return inOrderOfNeed(needed(edition.sequence, done)).flatMap((leaf): WorkItem[] => {
    const notBefore = leaf.release ? localDay(opensAt(leaf.release, startedAt), timeZone) : localDay(startedAt, timeZone);
    if (leaf.type === 'project') {
      const { title, minutes } = edition.project;
      return minutes > 0 ? [{ activityId: null, courseId: null, title, minutes, notBefore }] : [];
    }
    const activities = edition.courses.find(({ id }) => id === leaf.courseId)?.activities ?? [];
    return activities.flatMap(({ id, title, minutes, required }): WorkItem[] => {
      const { share = 0, completed = false } = shares.get(id) ?? {};
      const left = Math.ceil(minutes * (1 - share));
      return required && !completed && left > 0
        ? [{ activityId: id, courseId: leaf.courseId, title, minutes: left, notBefore }]
        : [];
    });
  });
}

/** The leaves of the sequence that are still to be completed, in its order; of a choice the first that are enough. */
function needed(requirement: Requirement, done: Done): Leaf[] {
  if (missingFor(requirement, done).length === 0) return [];
  switch (requirement.type) {
    case 'course':
    case 'project':
      return [requirement];
    case 'in-order':
    case 'all-of':
      return requirement.items.flatMap((item) => needed(item, done));
    case 'at-least': {
      const open = requirement.items.filter((item) => missingFor(item, done).length > 0);
      const missing = requirement.count - (requirement.items.length - open.length);
      return furthestFirst(open, done)
        .slice(0, missing)
        .flatMap((item) => needed(item, done));
    }
    case 'points': {
      const weightOf = (item: Requirement) => (item.type === 'course' ? (requirement.weights[item.courseId] ?? 0) : 0);
      const isDone = (item: Requirement) => missingFor(item, done).length === 0;
      let missing = requirement.points - requirement.items.filter(isDone).reduce((sum, item) => sum + weightOf(item), 0);
      return furthestFirst(
        requirement.items.filter((item) => !isDone(item) && weightOf(item) > 0),
        done,
      ).flatMap((item) => {
        // The slack forgives decimal points such as 0.1 + 0.2.
        if (missing <= 1e-9) return [];
        missing -= weightOf(item);
        return needed(item, done);
      });
    }
  }
}

/** What was begun is gone on with; otherwise the order of the sequence. */
function furthestFirst(items: readonly Requirement[], { courses }: Done): Requirement[] {
  const share = (item: Requirement) => (item.type === 'course' ? (courses.get(item.courseId)?.share ?? 0) : 0);
  return items.toSorted((a, b) => share(b) - share(a));
}

/** Items may name courses that come first, wherever those stand. Publishing refuses circles. */
function inOrderOfNeed(leaves: readonly Leaf[]): Leaf[] {
  const open = new Set(leaves.flatMap((leaf) => (leaf.type === 'course' ? [leaf.courseId] : [])));
  const waiting = [...leaves];
  const ordered: Leaf[] = [];
  while (waiting.length > 0) {
    const ready = waiting.findIndex(({ after }) => !(after ?? []).some((courseId) => open.has(courseId)));
    const [leaf] = waiting.splice(Math.max(ready, 0), 1);
    if (!leaf) break;
    ordered.push(leaf);
    if (leaf.type === 'course') open.delete(leaf.courseId);
  }
  return ordered;
}
