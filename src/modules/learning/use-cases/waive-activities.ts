import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../platform/events/record-event.js';
import type { Actor } from '../../../platform/http/access.js';
import { Problem } from '../../../platform/http/problem.js';
import { newId } from '../../../platform/ids.js';
import type { NewFact } from '../data/progress.repository.js';
import { type ActivityOutline, courseOfActivity } from '../domain/edition-outline.js';
import { notOfEdition, nothingToWaive } from '../problems.js';
import type { Learner } from './learner.js';
import { Learners } from './learners.js';
import { RecordFacts } from './record-facts.js';

export type WaiverWish = { activityId: string } | { courseId: string };

export interface Waiver {
  courseId: string;
  /** What counts as done from now on. */
  activityIds: string[];
  waivedAt: Date;
}

/** Lets something count as done that the learner did not do here: one activity, or all that a course requires. */
@Injectable()
export class WaiveActivities {
  constructor(
    private readonly work: UnitOfWork,
    private readonly learners: Learners,
    private readonly recordFacts: RecordFacts,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(actor: Actor, enrollmentId: string, wish: WaiverWish, reason: string): Promise<Waiver> {
    return this.work.runOnce(actor, async (tx) => {
      await this.learners.lock(tx, enrollmentId);
      const learner = await this.learners.arrangeable(tx, actor, enrollmentId);
      this.learners.refuseClosedPlace(learner, 'write');
      const { courseId, activities } = missing(learner, wish);
      const now = this.clock.now();
      const facts = activities.map(({ id }): NewFact => ({
        id: newId(now.getTime()),
        enrollmentId,
        activityId: id,
        kind: 'waived',
        value: 1,
        source: 'waiver',
        reason,
        actorId: actor.personId,
        effectiveAt: now,
      }));
      await this.recordFacts.in(tx, learner, facts);
      const activityIds = activities.map(({ id }) => id);
      await recordEvent(tx, {
        institutionId: actor.institutionId,
        type: 'activities.waived',
        actorId: actor.personId,
        subject: { type: 'enrollment', id: enrollmentId },
        particulars: { courseId, activityIds },
        occurredAt: now,
      });
      return { courseId, activityIds, waivedAt: now };
    });
  }
}

/** What of the wish is not done yet. Throws when the edition does not have it, or when nothing is left. */
function missing({ standing, edition }: Learner, wish: WaiverWish): { courseId: string; activities: ActivityOutline[] } {
  const course =
    'courseId' in wish
      ? (edition.courses.find(({ id }) => id === wish.courseId) ?? null)
      : courseOfActivity(edition, wish.activityId);
  if (!course)
    throw new Problem(notOfEdition, { detail: 'Choose a course or an activity of the edition that the learner is on.' });
  const wished = course.activities.filter(({ id, required }) => ('courseId' in wish ? required : id === wish.activityId));
  const activities = wished.filter(({ id }) => (standing.known.activities.get(id)?.completedAt ?? null) === null);
  const counted = 'courseId' in wish && standing.known.courses.has(course.id);
  if (activities.length === 0 || counted) throw new Problem(nothingToWaive, { detail: 'It counts as done already.' });
  return { courseId: course.id, activities };
}
