import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../platform/events/record-event.js';
import { Problem } from '../../../platform/http/problem.js';
import { notFound } from '../../../platform/http/problems.js';
import { newId } from '../../../platform/ids.js';
import { EditionStore } from '../../catalog/index.js';
import { EnrollmentDirectory } from '../../enrollment/index.js';
import { EditionMovesRepository } from '../data/edition-moves.repository.js';
import type { NewFact } from '../data/progress.repository.js';
import { outlineOf } from '../domain/edition-outline.js';
import { type RecognisedQuiz, withRecognised } from '../domain/standing-under.js';
import { Learners } from './learners.js';
import { RecordFacts } from './record-facts.js';

/** A move on purpose. Whether it may be made is the caller's to decide; the enrolment must be locked. */
export interface Move {
  enrollmentId: string;
  editionId: string;
  reason: string;
  movedBy: string;
  /** Quizzes that pass by the mark of the edition that is moved to. */
  recognised?: readonly RecognisedQuiz[];
}

/** Pins a learner to another edition, records who did it and why, and completes what their facts complete there. */
@Injectable()
export class MoveLearner {
  constructor(
    private readonly learners: Learners,
    private readonly editions: EditionStore,
    private readonly directory: EnrollmentDirectory,
    private readonly moves: EditionMovesRepository,
    private readonly recordFacts: RecordFacts,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async in(tx: Tx, { enrollmentId, editionId, reason, movedBy, recognised = [] }: Move): Promise<void> {
    const [learner, enrollment] = [await this.learners.find(tx, enrollmentId), await this.directory.find(tx, enrollmentId)];
    if (!learner || !enrollment) throw new Problem(notFound);
    const { institutionId, editionId: fromEditionId } = enrollment;
    await this.directory.repin(tx, enrollment, editionId);
    const now = this.clock.now();
    const move = { id: newId(now.getTime()), institutionId, enrollmentId, fromEditionId, toEditionId: editionId };
    await this.moves.add(tx, { ...move, reason, movedBy, movedAt: now });
    await recordEvent(tx, {
      institutionId,
      type: 'enrollment.moved',
      actorId: movedBy,
      subject: { type: 'enrollment', id: enrollmentId },
      particulars: { fromEditionId, toEditionId: editionId },
      occurredAt: now,
    });
    const edition = outlineOf(await this.editions.get(tx, editionId));
    const moved = { standing: { ...learner.standing, editionId }, edition };
    await this.recordFacts.in(
      tx,
      moved,
      recognised.map((quiz) => factOf(quiz, enrollmentId, movedBy)),
    );
    // The new edition may ask for less of a course than the learner has done already.
    const { standing } = moved;
    await this.recordFacts.settleCourses(tx, {
      edition,
      standing: { ...standing, known: withRecognised(standing.known, recognised) },
    });
  }
}

/** The attempt's own id, as where it passes by itself: however often it is recognised, it is told once. */
function factOf(
  { attemptId, activityId, passMark, submittedAt }: RecognisedQuiz,
  enrollmentId: string,
  actorId: string,
): NewFact {
  const reason = `Passed by the mark of ${Math.round(passMark.now * 100)} %, which was ${Math.round(passMark.before * 100)} %.`;
  return {
    id: attemptId,
    enrollmentId,
    activityId,
    kind: 'completed',
    value: 1,
    source: 'quiz',
    reason,
    actorId,
    effectiveAt: submittedAt,
  };
}
