import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../platform/events/record-event.js';
import type { Actor } from '../../../platform/http/access.js';
import { Problem } from '../../../platform/http/problem.js';
import { newId } from '../../../platform/ids.js';
import type { Assessment } from '../data/assessment.entity.js';
import { GradingRepository } from '../data/grading.repository.js';
import { attemptsLeft } from '../domain/attempt-rules.js';
import { chosenRatings, type CriterionRating, lastRatings } from '../domain/criterion-rating.js';
import { agreement, needsSecondMarker } from '../domain/markers.js';
import { scoreRubric } from '../domain/rubric-scoring.js';
import { gradedResult, type Verdict, verdictRefusals } from '../domain/verdict-rules.js';
import { verdictRefused } from '../problems.js';
import { explainVerdictRefusal } from './explain-refusals.js';
import { type GradingCase, LoadGrading } from './load-grading.js';
import { projectAttempt } from './load-workspace.js';
import { SettleVerdict } from './settle-verdict.js';

export interface GivenVerdict {
  verdict: Verdict;
  ratings: CriterionRating[];
  feedback: string;
}

/**
 * An assessor's mark on an attempt that they hold. It is the verdict at once, unless the attempt is in the sample for a second
 * marker: then two marks are given blind, and the verdict stands when they agree, or when one of the two writes what they agreed.
 */
@Injectable()
export class GiveVerdict {
  constructor(
    private readonly work: UnitOfWork,
    private readonly loadGrading: LoadGrading,
    private readonly grading: GradingRepository,
    private readonly settle: SettleVerdict,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(actor: Actor, attemptId: string, given: GivenVerdict): Promise<GradingCase> {
    return this.work.runOnce(actor, async (tx) => {
      const grading = await this.loadGrading.held(tx, actor, attemptId);
      const mark = this.mark(actor, grading, given);
      await this.write(tx, mark);
      const agreed = grading.awaits === 'second' ? this.agreed(grading, mark) : null;
      if (agreed) await this.write(tx, agreed);
      return this.loadGrading.locked(tx, actor, attemptId);
    });
  }

  private mark(actor: Actor, grading: GradingCase & { awaits: 'first' | 'second' | 'agreed' }, given: GivenVerdict): Assessment {
    const { terms, record, earlier, awaits } = grading;
    const { attempt } = record;
    const scoring = scoreRubric(terms.rubric, chosenRatings(given.ratings));
    const left = attemptsLeft(terms.project.attemptLimit, [...earlier, record].map(projectAttempt));
    const penaltyPercent = attempt.lateness.penaltyPercent;
    const refusals = verdictRefusals({ scoring, penaltyPercent, feedback: given.feedback, attemptsLeft: left })[given.verdict];
    if (refusals.length > 0) {
      throw new Problem(verdictRefused, { detail: refusals.map(explainVerdictRefusal).join(' '), facts: { reasons: refusals } });
    }
    const { points, maxPoints } = gradedResult(scoring, penaltyPercent);
    const awaitsSecond = awaits === 'first' && needsSecondMarker(attempt.id, terms.marking);
    return {
      id: newId(),
      institutionId: attempt.institutionId,
      attemptId: attempt.id,
      enrollmentId: attempt.enrollmentId,
      version: record.history.length + 1,
      marker: awaits,
      final: awaits === 'agreed' || (awaits === 'first' && !awaitsSecond),
      verdict: given.verdict,
      points,
      maxPoints,
      ratings: lastRatings(given.ratings),
      feedback: given.feedback,
      assessorId: actor.personId,
      decidedAt: this.clock.now(),
      correctionReason: null,
    };
  }

  /** The verdict that two close marks come to: the first marker's, so that points and ratings keep telling the same. */
  private agreed({ terms, record }: GradingCase, second: Assessment): Assessment | null {
    const first = record.history.find(({ marker }) => marker === 'first');
    if (!first) return null;
    const { penaltyPercent } = record.attempt.lateness;
    const scored = ({ ratings }: Assessment) => {
      const result = gradedResult(scoreRubric(terms.rubric, chosenRatings(ratings)), penaltyPercent);
      return { points: result.points, passes: result.passes };
    };
    const outcome = agreement(scored(first), scored(second), terms.marking);
    if (outcome.outcome === 'needs-agreement' || first.verdict !== second.verdict) return null;
    return { ...first, id: newId(), version: second.version + 1, marker: 'agreed', final: true, decidedAt: second.decidedAt };
  }

  private async write(tx: Tx, assessment: Assessment): Promise<void> {
    await this.grading.add(tx, assessment);
    if (assessment.final) return this.settle.in(tx, assessment);
    await recordEvent(tx, {
      institutionId: assessment.institutionId,
      type: 'assessment.marked',
      actorId: assessment.assessorId,
      subject: { type: 'attempt', id: assessment.attemptId },
      particulars: { marker: assessment.marker },
      occurredAt: assessment.decidedAt,
    });
  }
}
