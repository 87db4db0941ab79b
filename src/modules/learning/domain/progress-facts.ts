/** Where a fact comes from. A score that another system reports is a claim like any other: the use case decides whether to record it. */
export type FactSource = 'learner' | 'quiz' | 'waiver' | 'import' | 'lti' | 'move';

export type FactKind = 'progressed' | 'completed' | 'waived';

interface Recorded {
  source: FactSource;
  /** When it happened, by the clock of whoever reports it: a device that was offline tells it later. */
  effectiveAt: Date;
  /** When we learned of it. */
  recordedAt: Date;
}

/**
 * What is known about a learner's way through an edition: append-only, in any order, possibly told twice.
 * `value` is the share of the activity that is done, 0–1; it alone completes nothing.
 */
export type ProgressFact = Recorded &
  (
    | { kind: 'progressed'; activityId: string; value: number }
    | { kind: 'completed'; activityId: string }
    | { kind: 'waived'; activityId: string; reason: string }
    | { kind: 'waived'; courseId: string; reason: string }
    /** Completed in another edition, at another place, or recognised as prior learning. */
    | { kind: 'course-completed-elsewhere'; courseId: string }
  );

export interface ActivityFacts {
  /** The furthest value told, 0–1. */
  share: number;
  completedAt: Date | null;
  waived: boolean;
}

export const NOTHING_KNOWN: ActivityFacts = { share: 0, completedAt: null, waived: false };

export interface KnownFacts {
  activities: ReadonlyMap<string, ActivityFacts>;
  /** Courses completed as a whole (waived, or elsewhere), with the time. */
  courses: ReadonlyMap<string, Date>;
}

/** What a learner completed, whenever that was. */
export interface CompletedSet {
  activities: readonly string[];
  /** Courses completed as a whole. */
  courses: readonly string[];
}

/**
 * What the facts say together. Only furthest values and earliest times are kept, so order and repetition make no difference
 * and another fact can add but never take away.
 */
export function knownFacts(facts: readonly ProgressFact[], now: Date): KnownFacts {
  const activities = new Map<string, ActivityFacts>();
  const courses = new Map<string, Date>();
  for (const fact of facts) {
    if ('courseId' in fact) {
      courses.set(fact.courseId, earliest(courses.get(fact.courseId) ?? null, happenedAt(fact, now)));
      continue;
    }
    const told: ActivityFacts =
      fact.kind === 'progressed'
        ? { share: shareOf(fact.value), completedAt: null, waived: false }
        : { share: 0, completedAt: happenedAt(fact, now), waived: fact.kind === 'waived' };
    activities.set(fact.activityId, further(activities.get(fact.activityId), told));
  }
  return { activities, courses };
}

/** Two accounts of one activity as one. */
export function further(known: ActivityFacts = NOTHING_KNOWN, told: ActivityFacts): ActivityFacts {
  return {
    share: Math.max(known.share, told.share),
    completedAt: told.completedAt === null ? known.completedAt : earliest(known.completedAt, told.completedAt),
    waived: known.waived || told.waived,
  };
}

/** A device whose clock runs ahead cannot complete anything in the future. */
function happenedAt({ effectiveAt, recordedAt }: Recorded, now: Date): Date {
  return new Date(Math.min(effectiveAt.getTime(), recordedAt.getTime(), now.getTime()));
}

function earliest(known: Date | null, other: Date): Date {
  return known !== null && known <= other ? known : other;
}

/** Values outside 0–1 come from foreign players; not-a-number says nothing. */
function shareOf(value: number): number {
  return Number.isNaN(value) ? 0 : Math.min(1, Math.max(0, value));
}
