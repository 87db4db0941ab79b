import type { LatePolicy } from '../../enrollment/domain/late-policy.js';
import { addDays, endOfDay, localDay } from '../../enrollment/domain/local-day.js';
import type { EditionOutline } from '../../learning/domain/edition-outline.js';
import { prerequisites } from '../../learning/domain/prerequisites.js';
import { type StudyPlan, studySessions } from '../../learning/domain/study-plan.js';
import { opensAt } from '../../learning/domain/unlocking.js';
import type { Way } from '../../learning/domain/way.js';
import { workLeft } from '../../learning/domain/work-left.js';
import type { DatedWay } from './entries.js';

/** A learner's way with everything that has to do with time. */
export interface WayFacts {
  enrollmentId: string;
  edition: EditionOutline;
  way: Way;
  offeringTitle: string;
  startsAt: Date;
  endsAt: Date | null;
  /** When the learner's own time began. */
  startedAt: Date;
  projectDueAt: Date | null;
  /** Handed in and not returned. */
  projectDone: boolean;
  isExtended: boolean;
  latePolicy: LatePolicy;
  /** The learner can go on working on it. */
  isOpen: boolean;
  plan: StudyPlan | null;
  revisedAt: Date;
  revision: number;
  lastActivityAt: Date | null;
}

/** With what the learner planned, from the day on that it is in `timeZone`. */
export function datedWay(facts: WayFacts, now: Date, timeZone: string): DatedWay & { minutesLeft: number } {
  const { enrollmentId, edition, plan, revisedAt, revision } = facts;
  const today = localDay(now, timeZone);
  const items = facts.isOpen ? workLeft(edition, { ...facts, timeZone }) : [];
  return {
    enrollmentId,
    microCredential: edition.title,
    offering: facts.offeringTitle,
    startsAt: facts.startsAt,
    endsAt: facts.endsAt,
    openings: openingsOf(facts),
    project: {
      title: edition.project.title,
      dueAt: facts.projectDueAt,
      isDone: facts.projectDone,
      isExtended: facts.isExtended,
    },
    latePolicy: facts.latePolicy,
    sessions: plan ? studySessions(items, plan, today, spentOn(today, facts, timeZone)) : [],
    minutesLeft: items.reduce((sum, { minutes }) => sum + minutes, 0),
    revisedAt,
    revision,
    // It moves by itself: with what was done, and with the days.
    planRevisedAt: latest(
      [plan?.updatedAt, facts.lastActivityAt, endOfDay(addDays(today, -1), timeZone)].filter(isDate),
      revisedAt,
      now,
    ),
    planRevision: plan?.version ?? 0,
  };
}

/** Courses that time alone opens, after the learner's start. */
function openingsOf({ edition, way, startedAt }: WayFacts): DatedWay['openings'] {
  const titles = new Map(edition.courses.map(({ id, title }) => [id, title]));
  const done = { courses: new Map(way.progress.courses.map((course) => [course.courseId, course])), projectPassed: false };
  return prerequisites(edition.sequence, done).flatMap(({ leaf }) => {
    if (leaf.type === 'project' || !leaf.release) return [];
    const at = opensAt(leaf.release, startedAt);
    return at > startedAt ? [{ courseId: leaf.courseId, title: titles.get(leaf.courseId) ?? '', at }] : [];
  });
}

/** Minutes of what was completed on that day. */
function spentOn(day: string, { edition, way }: WayFacts, timeZone: string): number {
  const minutes = new Map(
    edition.courses.flatMap(({ activities }) => activities.map((activity) => [activity.id, activity.minutes])),
  );
  return way.progress.activities
    .filter(({ completedAt, waived }) => completedAt !== null && !waived && localDay(completedAt, timeZone) === day)
    .reduce((sum, { activityId }) => sum + (minutes.get(activityId) ?? 0), 0);
}

function latest(times: readonly Date[], atLeast: Date, atMost: Date): Date {
  return new Date(Math.min(atMost.getTime(), Math.max(atLeast.getTime(), ...times.map((time) => time.getTime()))));
}

function isDate(time: Date | null | undefined): time is Date {
  return time instanceof Date;
}
