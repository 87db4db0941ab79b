import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/http/access.js';
import { Problem } from '../../../platform/http/problem.js';
import { notAllowed, notFound } from '../../../platform/http/problems.js';
import { ProgressRepository, type SeenStanding } from '../data/progress.repository.js';
import { within } from '../data/statements.js';
import { courseOfActivity, type ActivityOutline, type CourseOutline } from '../domain/edition-outline.js';
import { accessWords, learningAccess } from '../domain/learning-access.js';
import { mayArrange, maySeeWay, owns } from '../policy.js';
import { locked, placeNotOpen } from '../problems.js';
import { EditionOutlines } from './edition-outlines.js';
import { type Learner, lockWords, titlesOf, wayOfLearner } from './learner.js';

/** An activity that the learner may work on now. */
export interface OpenActivity extends Learner {
  course: CourseOutline;
  activity: ActivityOutline;
}

/** A learner as somebody looks at them. */
interface SeenLearner extends Learner {
  standing: SeenStanding;
}

/** Loads learners for those who may see them. What one may not see is not found. */
@Injectable()
export class Learners {
  constructor(
    private readonly progress: ProgressRepository,
    private readonly outlines: EditionOutlines,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async find(tx: Tx, enrollmentId: string): Promise<Learner | null> {
    const [learner] = await this.findMany(tx, [enrollmentId]);
    return learner ?? null;
  }

  /** In no order; who is not found is missing. */
  async findMany(tx: Tx, enrollmentIds: readonly string[]): Promise<Learner[]> {
    const learners: Learner[] = [];
    for (const standing of await this.progress.standings(within(tx), enrollmentIds)) {
      learners.push({ standing, edition: await this.outlines.of(tx, standing.editionId) });
    }
    return learners;
  }

  /** With what `lookerId` does in the offering: whether they may see the learner is the caller's to decide. */
  async seen(tx: Tx, enrollmentId: string, lookerId: string): Promise<SeenLearner | null> {
    const standing = await this.progress.seen(within(tx), enrollmentId, lookerId);
    return standing && { standing, edition: await this.outlines.of(tx, standing.editionId) };
  }

  /** The learner themself, the offering's staff and the office. */
  async visible(tx: Tx, actor: Actor, enrollmentId: string): Promise<SeenLearner> {
    const learner = await this.seen(tx, enrollmentId, actor.personId);
    if (!learner || !maySeeWay(actor, learner.standing, learner.standing.staffRoles.length > 0)) throw new Problem(notFound);
    return learner;
  }

  /** The learner themself. Whoever else may see them hears why this is not theirs to do. */
  async own(tx: Tx, actor: Actor, enrollmentId: string): Promise<SeenLearner> {
    const learner = await this.visible(tx, actor, enrollmentId);
    if (!owns(actor, learner.standing))
      throw new Problem(notAllowed, { detail: 'Only the learner does this.', facts: { reason: 'not_the_learner' } });
    return learner;
  }

  /** Comes before reading, where something is going to be written: the enrolment stays locked until the transaction ends. */
  async lock(tx: Tx, enrollmentId: string): Promise<void> {
    await this.progress.lock(within(tx), [enrollmentId]);
  }

  /** For those who may change what counts. */
  async arrangeable(tx: Tx, actor: Actor, enrollmentId: string): Promise<SeenLearner> {
    const learner = await this.visible(tx, actor, enrollmentId);
    if (this.mayArrange(actor, learner)) return learner;
    throw new Problem(
      notAllowed,
      owns(actor, learner.standing)
        ? { detail: 'Nobody does this for themselves: ask the office.', facts: { reason: 'own' } }
        : { detail: 'The office and the instructors of the offering do this.', facts: { reason: 'not_staff' } },
    );
  }

  mayArrange(actor: Actor, { standing }: SeenLearner): boolean {
    return mayArrange(actor, standing, standing.staffRoles.includes('instructor'));
  }

  /** Throws `learning.place_not_open` or `learning.locked`, with the reasons, unless the learner may `read` or `write` there now. */
  openActivity(learner: Learner, activityId: string, intent: 'read' | 'write'): OpenActivity {
    const course = courseOfActivity(learner.edition, activityId);
    const activity = course?.activities.find(({ id }) => id === activityId);
    if (!course || !activity)
      throw new Problem(notFound, {
        detail: 'The edition that the learner is on has no such activity.',
        facts: { missing: 'activity' },
      });
    this.refuseClosedPlace(learner, intent);
    const unlock = wayOfLearner(learner, this.clock.now()).unlocking.courses.find(({ courseId }) => courseId === course.id);
    if (!unlock || unlock.state === 'locked') {
      const reasons = unlock?.reasons ?? [];
      throw new Problem(locked, { detail: lockWords(learner, reasons), facts: { reasons, titles: titlesOf(learner, reasons) } });
    }
    return { ...learner, course, activity };
  }

  refuseClosedPlace({ standing: { state } }: Learner, intent: 'read' | 'write'): void {
    if (!learningAccess(state)[intent]) throw new Problem(placeNotOpen, { detail: accessWords(state), facts: { state } });
  }
}
