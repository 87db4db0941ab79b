import { Injectable } from '@nestjs/common';
import { idArray } from '../../../platform/database/id-array.js';
import { newId } from '../../../platform/ids.js';
import type { Cursor } from '../../../platform/http/paging.js';
import type { LatePolicy, StaffRole } from '../../enrollment/index.js';
import type { EnrollmentState } from '../domain/learning-access.js';
import type { ActivityFacts, CompletedSet, FactKind, FactSource, KnownFacts } from '../domain/progress-facts.js';
import type { StudyPlan } from '../domain/study-plan.js';
import {
  COMPLETE_COURSES,
  COMPLETED_ALIKE,
  COMPLETED_ALL,
  COURSES_ALIKE,
  KNOWN_NEARBY,
  LOCK_ENROLLMENTS,
  OFFERING_STANDINGS,
  OFFERING_WHEREABOUTS,
  PERSON_STANDINGS,
  RECORD_EVENTS,
  RECORD_FACTS,
  SEEN_STANDING,
  STANDINGS,
} from './progress.sql.js';
import type { ResumePosition } from './resume-position.entity.js';
import type { RunStatement } from './statements.js';

/** An enrolment, as far as learning looks at it. */
export interface Place {
  id: string;
  institutionId: string;
  offeringId: string;
  editionId: string;
  personId: string;
  state: EnrollmentState;
  createdAt: Date;
  startedAt: Date | null;
  endedAt: Date | null;
  projectDueAt: Date | null;
}

/** A place with what is known of its learner's way, or with the part of it that matters. */
export interface KnownPlace extends Place {
  known: KnownFacts;
}

/** A place with all that is known. */
export interface Standing extends KnownPlace {
  /** Of the institution (IANA). */
  timeZone: string;
}

/** A place as somebody looks at it. */
export interface SeenStanding extends Standing {
  offering: { title: string; endsAt: Date | null };
  /** Where the learner left off. */
  position: Pick<ResumePosition, 'activityId' | 'place' | 'updatedAt'> | null;
  /** What whoever looks does in the offering. */
  staffRoles: StaffRole[];
  /** By how much the learner may take longer for a quiz (1: as everybody). */
  timeFactor: number;
}

export interface NamedStanding extends Standing {
  personName: string;
  /** When the learner last did anything here. */
  lastActivityAt: Date | null;
}

/** A place as its own learner finds it among others. */
export interface OwnStanding extends Standing {
  offeringTitle: string;
  /** When the offering begins. */
  startsAt: Date;
  /** When the offering ends. */
  endsAt: Date | null;
  latePolicy: LatePolicy;
  /** Of the dates: grows with each change of the place or the offering. */
  revision: number;
  revisedAt: Date;
  /** Somebody gave this learner more time. */
  isExtended: boolean;
  /** Of the learner (IANA). */
  personTimeZone: string;
  plan: StudyPlan | null;
  resumeActivityId: string | null;
  lastActivityAt: Date | null;
}

/** Learners of one edition who completed the same. */
export interface CompletedAlike extends CompletedSet {
  editionId: string;
  enrollmentIds: string[];
}

export interface NewFact {
  id: string;
  enrollmentId: string;
  activityId: string;
  kind: FactKind;
  value: number;
  source: FactSource;
  reason: string | null;
  actorId: string | null;
  effectiveAt: Date;
}

/** What is known of an activity after facts were recorded, and which of them were new. */
export interface KeptActivity extends ActivityFacts {
  enrollmentId: string;
  activityId: string;
  factIds: string[];
}

export interface Completion {
  enrollmentId: string;
  personId: string;
  courseId: string;
  completedAt: Date;
}

export interface EnrollmentEvent {
  type: string;
  actorId: string | null;
  enrollmentId: string;
  particulars: Record<string, unknown>;
}

/** A learner of an offering, as far as it says where they are. */
export interface LearnerTrace {
  id: string;
  editionId: string;
  personId: string;
  personName: string;
  state: 'active' | 'completed';
  startedAt: Date;
  completed: CompletedSet;
  /** When they last did anything; at the least, when they came. */
  lastAt: Date;
}

export interface OfferingPage {
  institutionId: string;
  offeringId: string;
  state: EnrollmentState | null;
  before: Cursor | null;
  limit: number;
}

interface KnownRow {
  activities: [activityId: string, value: number, completedAt: string | null, waived: boolean][] | null;
  courses: [courseId: string, completedAt: string][] | null;
}

type TraceRow = Omit<LearnerTrace, 'completed' | 'personName'> & {
  personName: string | null;
  activities: string[];
  courses: string[];
};
type StandingRow = Omit<Standing, 'known'> & KnownRow;
type SeenRow = StandingRow & {
  timeFactor: number;
  offeringTitle: string;
  endsAt: Date | null;
  positionAt: string | null;
  place: Record<string, unknown>;
  positionedAt: Date;
  staffRoles: StaffRole[];
};
type NamedRow = StandingRow & { personName: string | null; lastActivityAt: Date | null };
type OwnRow = StandingRow & Omit<OwnStanding, keyof Standing | 'plan'> & { plan: PlanRow | null };
type PlanRow = Omit<StudyPlan, 'updatedAt'> & { updatedAt: string };
type KeptRow = Omit<KeptActivity, 'share'> & { value: number };

/** The only way to what learners did: nobody else writes `progress_fact`, `activity_progress` or `course_completion`. */
@Injectable()
export class ProgressRepository {
  /** Locks the places until the transaction ends. */
  async lock(run: RunStatement, enrollmentIds: readonly string[]): Promise<Place[]> {
    return run<Place & Record<string, unknown>>(LOCK_ENROLLMENTS, [enrollmentIds]);
  }

  /** Which courses the learners completed, and which of the `asked` activities. By enrolment. */
  async knownNearby(
    run: RunStatement,
    enrollmentIds: readonly string[],
    asked: readonly { enrollmentId: string; activityId: string }[],
  ): Promise<Map<string, KnownFacts>> {
    const rows = await run<KnownRow & { id: string }>(KNOWN_NEARBY, [
      enrollmentIds,
      asked.map(({ enrollmentId }) => enrollmentId),
      asked.map(({ activityId }) => activityId),
    ]);
    return new Map(rows.map((row) => [row.id, readKnown(row)]));
  }

  async standings(run: RunStatement, enrollmentIds: readonly string[]): Promise<Standing[]> {
    return (await run<StandingRow>(STANDINGS, [enrollmentIds])).map(readStanding);
  }

  /** As `lookerId` sees it. */
  async seen(run: RunStatement, enrollmentId: string, lookerId: string): Promise<SeenStanding | null> {
    const [row] = await run<SeenRow>(SEEN_STANDING, [enrollmentId, lookerId]);
    if (!row) return null;
    const { offeringTitle, endsAt, positionAt, place, positionedAt, staffRoles, timeFactor, ...standing } = row;
    return {
      ...readStanding(standing),
      staffRoles,
      timeFactor,
      offering: { title: offeringTitle, endsAt },
      position: positionAt === null ? null : { activityId: positionAt, place, updatedAt: positionedAt },
    };
  }

  /** Newest first, at most `limit`. */
  async offeringPage(
    run: RunStatement,
    { institutionId, offeringId, state, before, limit }: OfferingPage,
  ): Promise<NamedStanding[]> {
    const rows = await run<NamedRow>(OFFERING_STANDINGS, [
      institutionId,
      offeringId,
      state,
      before?.at ?? null,
      before?.id ?? null,
      limit,
    ]);
    return rows.map((row) => ({
      ...readStanding(row),
      personName: row.personName ?? '',
      lastActivityAt: row.lastActivityAt,
    }));
  }

  /** Everybody in an offering who learns or has passed, in no order. */
  async traces(run: RunStatement, institutionId: string, offeringId: string): Promise<LearnerTrace[]> {
    const rows = await run<TraceRow>(OFFERING_WHEREABOUTS, [institutionId, offeringId]);
    return rows.map(({ personName, activities, courses, ...row }) => ({
      ...row,
      personName: personName ?? '',
      completed: { activities, courses },
    }));
  }

  /** Places that were not given back, newest first. */
  async ofPerson(run: RunStatement, personId: string, limit: number): Promise<OwnStanding[]> {
    const rows = await run<OwnRow>(PERSON_STANDINGS, [personId, limit]);
    return rows.map(({ plan, activities, courses, ...place }) => ({
      ...place,
      known: readKnown({ activities, courses }),
      plan: plan && { ...plan, updatedAt: new Date(plan.updatedAt) },
    }));
  }

  /** As `completedAlike`, of courses alone. */
  async coursesAlike(run: RunStatement, enrollmentIds: readonly string[]): Promise<CompletedAlike[]> {
    const rows = await run<Omit<CompletedAlike, 'activities'> & Record<string, unknown>>(COURSES_ALIKE, [idArray(enrollmentIds)]);
    return rows.map((alike) => ({ ...alike, activities: [] }));
  }

  /** Each enrolment in one of them; who is not found is in none. */
  async completedAlike(run: RunStatement, enrollmentIds: readonly string[]): Promise<CompletedAlike[]> {
    const all = await run<CompletedAlike & Record<string, unknown>>(COMPLETED_ALL, [idArray(enrollmentIds)]);
    const found = new Set(all.flatMap((alike) => alike.enrollmentIds));
    const others = enrollmentIds.filter((id) => !found.has(id));
    if (others.length === 0) return all;
    return [...all, ...(await run<CompletedAlike & Record<string, unknown>>(COMPLETED_ALIKE, [idArray(others)]))];
  }

  /** The enrolments must be locked. No two facts may share enrolment and id. */
  async record(run: RunStatement, institutionId: string, facts: readonly NewFact[], now: Date): Promise<KeptActivity[]> {
    const rows = await run<KeptRow>(RECORD_FACTS, [
      institutionId,
      now,
      facts.map(({ id }) => id),
      facts.map(({ enrollmentId }) => enrollmentId),
      facts.map(({ activityId }) => activityId),
      facts.map(({ kind }) => kind),
      facts.map(({ value }) => value),
      facts.map(({ source }) => source),
      facts.map(({ reason }) => reason),
      facts.map(({ actorId }) => actorId),
      facts.map(({ effectiveAt }) => effectiveAt.toISOString()),
    ]);
    return rows.map(({ value, ...row }) => ({ ...row, share: value }));
  }

  /** Answers those that the person had not earned before. */
  async completeCourses(
    run: RunStatement,
    institutionId: string,
    earned: readonly Completion[],
    now: Date,
  ): Promise<Completion[]> {
    return run<Completion & Record<string, unknown>>(COMPLETE_COURSES, [
      institutionId,
      now,
      earned.map(() => newId(now.getTime())),
      earned.map(({ personId }) => personId),
      earned.map(({ courseId }) => courseId),
      earned.map(({ enrollmentId }) => enrollmentId),
      earned.map(({ completedAt }) => completedAt.toISOString()),
    ]);
  }

  async recordEvents(run: RunStatement, institutionId: string, events: readonly EnrollmentEvent[], now: Date): Promise<void> {
    await run(RECORD_EVENTS, [
      institutionId,
      now,
      events.map(() => newId(now.getTime())),
      events.map(({ type }) => type),
      events.map(({ actorId }) => actorId),
      events.map(({ enrollmentId }) => enrollmentId),
      events.map(({ particulars }) => JSON.stringify(particulars)),
    ]);
  }
}

function readStanding({ activities, courses, ...place }: StandingRow): Standing {
  return { ...place, known: readKnown({ activities, courses }) };
}

function readKnown({ activities, courses }: KnownRow): KnownFacts {
  return {
    activities: new Map(
      (activities ?? []).map(([activityId, share, completedAt, waived]) => [
        activityId,
        { share, completedAt: completedAt === null ? null : new Date(completedAt), waived },
      ]),
    ),
    courses: new Map((courses ?? []).map(([courseId, completedAt]) => [courseId, new Date(completedAt)])),
  };
}
