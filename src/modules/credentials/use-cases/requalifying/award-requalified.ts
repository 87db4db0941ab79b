import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import type { InstitutionScope } from '../../../../platform/database/scope.js';
import { type Tx, UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../../platform/events/record-event.js';
import { PassByRule } from '../../../assessment/index.js';
import { EditionStore, type StoredEdition } from '../../../catalog/index.js';
import { EnrollmentDirectory } from '../../../enrollment/index.js';
import { MoveLearner } from '../../../learning/index.js';
import { type Requalification, RequalificationsRepository } from '../../data/requalifications.repository.js';
import { FindQualified } from './find-qualified.js';

/**
 * Carries out what was confirmed, a person a transaction: moves them to the edition, lets what the assessor found pass by its rule, and
 * asks for the badge as any pass does. Whoever does not qualify any more as the list had said is left as they are. Running it again goes
 * on where it was broken off; one who cannot be awarded holds up no other.
 */
@Injectable()
export class AwardRequalified {
  constructor(
    private readonly work: UnitOfWork,
    private readonly requalifications: RequalificationsRepository,
    private readonly editions: EditionStore,
    private readonly enrollments: EnrollmentDirectory,
    private readonly find: FindQualified,
    private readonly moveLearner: MoveLearner,
    private readonly passByRule: PassByRule,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Throws what kept people from being awarded, once all the others are, so that the job is tried again. */
  async run(scope: InstitutionScope, id: string, signal?: AbortSignal): Promise<void> {
    const begun = await this.work.run(scope, async (tx) => {
      const one = await this.requalifications.find(tx, id);
      return (
        one && { one, edition: await this.editions.get(tx, one.editionId), waiting: await this.requalifications.waiting(tx, id) }
      );
    });
    if (!begun) throw new Error(`The requalification ${id} is gone`);
    const faults: unknown[] = [];
    for (const row of begun.waiting) {
      signal?.throwIfAborted();
      try {
        await this.work.run(scope, (tx) => this.award(tx, begun.one, begun.edition, row));
      } catch (error) {
        faults.push(error);
      }
    }
    if (faults.length > 0) throw new AggregateError(faults, `${faults.length} people could not be awarded: ${String(faults[0])}`);
    await this.work.run(scope, (tx) => this.finish(tx, begun.one));
  }

  private async award(
    tx: Tx,
    one: Requalification,
    edition: StoredEdition,
    { enrollmentId, attemptId }: { enrollmentId: string; attemptId: string },
  ): Promise<void> {
    const { id, institutionId, editionId, reason, confirmedBy, confirmedAt } = one;
    // The attempt first, as where verdicts are given.
    await this.passByRule.lock(tx, attemptId);
    await this.enrollments.findLocked(tx, enrollmentId);
    const row = await this.requalifications.waitingLocked(tx, id, enrollmentId);
    if (!row) return;
    const candidate = await this.find.again(tx, edition, enrollmentId);
    if (!candidate?.work || !candidate.qualification.qualifies || candidate.work.standing.id !== row.assessmentId) {
      await this.requalifications.settle(tx, id, enrollmentId, 'changed');
      return;
    }
    const { work, standing } = candidate;
    const { recognised } = standing;
    await this.moveLearner.in(tx, { enrollmentId, editionId, reason, movedBy: confirmedBy, recognised });
    const assessmentId = await this.passByRule.in(tx, work, work.judgement, { confirmedBy, confirmedAt, reason, editionId });
    await this.requalifications.settle(tx, id, enrollmentId, 'awarded');
    await recordEvent(tx, {
      institutionId,
      type: 'enrollment.requalified',
      actorId: confirmedBy,
      subject: { type: 'enrollment', id: enrollmentId },
      particulars: { requalificationId: id, editionId, assessmentId, earlierAssessmentId: row.assessmentId },
      occurredAt: this.clock.now(),
    });
  }

  private async finish(tx: Tx, { id, institutionId, confirmedBy }: Requalification): Promise<void> {
    const now = this.clock.now();
    if (!(await this.requalifications.finish(tx, id, now))) return;
    await recordEvent(tx, {
      institutionId,
      type: 'requalification.finished',
      actorId: confirmedBy,
      subject: { type: 'requalification', id },
      occurredAt: now,
    });
  }
}
