import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import {
  type Completion,
  type EnrollmentEvent,
  type KeptActivity,
  type NewFact,
  ProgressRepository,
} from '../data/progress.repository.js';
import { type RunStatement, within } from '../data/statements.js';
import { courseProgress } from '../domain/course-completion.js';
import { courseOfActivity } from '../domain/edition-outline.js';
import { further } from '../domain/progress-facts.js';
import type { KnownLearnerPlace } from './learner.js';

/**
 * Writes facts and what follows from them: the furthest for each activity, completed courses, events. The only way that
 * progress is written. Enrolments must be locked and learners read after that.
 */
@Injectable()
export class RecordFacts {
  constructor(
    private readonly progress: ProgressRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** In a use case's own transaction. */
  async in(tx: Tx, learner: KnownLearnerPlace, facts: readonly NewFact[]): Promise<void> {
    await this.batch(within(tx), learner.standing.institutionId, [learner], facts);
  }

  /** Many learners of one institution at once. Answers the facts that had not been told before, by `factKey`. */
  async batch(
    run: RunStatement,
    institutionId: string,
    learners: readonly KnownLearnerPlace[],
    facts: readonly NewFact[],
  ): Promise<ReadonlySet<string>> {
    if (facts.length === 0) return new Set();
    const now = this.clock.now();
    const kept = await this.progress.record(run, institutionId, facts, now);
    const recorded = new Set(kept.flatMap(({ enrollmentId, factIds }) => factIds.map((id) => factKey({ enrollmentId, id }))));
    const places = new Map(learners.map((learner) => [learner.standing.id, learner]));
    const completing = new Set(facts.filter(({ kind }) => kind !== 'progressed').map(factKey));
    const finished = kept
      .filter(({ enrollmentId, factIds }) => factIds.some((id) => completing.has(factKey({ enrollmentId, id }))))
      .filter((activity) => !wasFinished(activity, places.get(activity.enrollmentId)));
    if (finished.length === 0) return recorded;

    const touched = new Map<string, KeptActivity[]>();
    for (const activity of finished)
      touched.set(activity.enrollmentId, [...(touched.get(activity.enrollmentId) ?? []), activity]);
    const earned = [...touched].flatMap(([enrollmentId, activities]) => {
      const learner = places.get(enrollmentId);
      return learner ? newlyCompleted(withFinished(learner, activities), activities) : [];
    });
    const completed = await this.completeCourses(run, institutionId, earned);
    const actors = new Map(facts.map((fact) => [factKey(fact), fact.actorId]));
    const actorOf = ({ enrollmentId, factIds: [id = ''] }: KeptActivity) => actors.get(factKey({ enrollmentId, id })) ?? null;
    const events: EnrollmentEvent[] = [
      ...finished.map((activity) => finishedEvent(activity, places.get(activity.enrollmentId), actorOf(activity))),
      ...completed.map(completedEvent),
    ];
    await this.progress.recordEvents(run, institutionId, events, now);
    return recorded;
  }

  /** Completes the courses that the learner's facts complete in the edition they are on now, such as after a move to another one. */
  async settleCourses(tx: Tx, learner: KnownLearnerPlace): Promise<void> {
    const { institutionId } = learner.standing;
    const completed = await this.completeCourses(within(tx), institutionId, newlyCompleted(learner));
    if (completed.length === 0) return;
    await this.progress.recordEvents(within(tx), institutionId, completed.map(completedEvent), this.clock.now());
  }

  private async completeCourses(run: RunStatement, institutionId: string, earned: readonly Completion[]): Promise<Completion[]> {
    return earned.length === 0 ? [] : this.progress.completeCourses(run, institutionId, earned, this.clock.now());
  }
}

/** Fact ids come from devices, so only the enrolment makes them unique. */
export function factKey({ enrollmentId, id }: Pick<NewFact, 'enrollmentId' | 'id'>): string {
  return `${enrollmentId} ${id}`;
}

function wasFinished({ activityId }: KeptActivity, before: KnownLearnerPlace | undefined): boolean {
  return (before?.standing.known.activities.get(activityId)?.completedAt ?? null) !== null;
}

function withFinished(learner: KnownLearnerPlace, finished: readonly KeptActivity[]): KnownLearnerPlace {
  const { known } = learner.standing;
  const activities = new Map(known.activities);
  for (const { activityId, ...facts } of finished) activities.set(activityId, further(activities.get(activityId), facts));
  return { ...learner, standing: { ...learner.standing, known: { ...known, activities } } };
}

/** Courses that are complete and that the person had not completed before; of those with one of `touched` in them, where given. */
function newlyCompleted({ standing, edition }: KnownLearnerPlace, touched?: readonly KeptActivity[]): Completion[] {
  const ids = touched && new Set(touched.map(({ activityId }) => activityId));
  return edition.courses
    .filter((course) => !standing.known.courses.has(course.id))
    .filter(({ activities }) => !ids || activities.some(({ id }) => ids.has(id)))
    .flatMap((course) => {
      const { completedAt } = courseProgress(course, standing.known);
      if (completedAt === null) return [];
      return [{ enrollmentId: standing.id, personId: standing.personId, courseId: course.id, completedAt }];
    });
}

function finishedEvent(
  { enrollmentId, activityId, waived }: KeptActivity,
  learner: KnownLearnerPlace | undefined,
  actorId: string | null,
): EnrollmentEvent {
  const courseId = learner ? (courseOfActivity(learner.edition, activityId)?.id ?? null) : null;
  return { type: 'activity.completed', actorId, enrollmentId, particulars: { activityId, courseId, waived } };
}

function completedEvent({ enrollmentId, personId, courseId, completedAt }: Completion): EnrollmentEvent {
  return { type: 'course.completed', actorId: null, enrollmentId, particulars: { courseId, personId, completedAt } };
}
