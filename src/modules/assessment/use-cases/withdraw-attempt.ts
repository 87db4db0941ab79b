import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../platform/events/record-event.js';
import type { Actor } from '../../../platform/http/access.js';
import { Problem } from '../../../platform/http/problem.js';
import { notFound } from '../../../platform/http/problems.js';
import { SubmissionsRepository } from '../data/submissions.repository.js';
import { withdrawRefusal } from '../domain/attempt-rules.js';
import { withdrawalRefused } from '../problems.js';
import { explainWithdrawRefusal } from './explain-refusals.js';
import { type AttemptRecord, LoadWorkspace, projectAttempt } from './load-workspace.js';

/** Takes an attempt back before anybody has begun to grade it. It stays on record, and does not count. */
@Injectable()
export class WithdrawAttempt {
  constructor(
    private readonly work: UnitOfWork,
    private readonly loadWorkspace: LoadWorkspace,
    private readonly submissions: SubmissionsRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(actor: Actor, attemptId: string): Promise<AttemptRecord> {
    return this.work.runOnce(actor, async (tx) => {
      await this.submissions.lockAttempt(tx, attemptId);
      const attempt = await this.submissions.findAttempt(tx, attemptId);
      if (!attempt || attempt.personId !== actor.personId) throw new Problem(notFound);
      const record = (await this.loadWorkspace.records(tx, attempt.enrollmentId)).find((one) => one.attempt.id === attemptId);
      if (!record) throw new Problem(notFound);
      const refusal = withdrawRefusal(projectAttempt(record));
      if (refusal) throw new Problem(withdrawalRefused, { detail: explainWithdrawRefusal(refusal), facts: { reason: refusal } });
      const now = this.clock.now();
      await this.submissions.withdraw(tx, {
        attemptId,
        institutionId: actor.institutionId,
        withdrawnBy: actor.personId,
        withdrawnAt: now,
      });
      await recordEvent(tx, {
        institutionId: actor.institutionId,
        type: 'attempt.withdrawn',
        actorId: actor.personId,
        subject: { type: 'attempt', id: attemptId },
        particulars: { enrollmentId: attempt.enrollmentId },
        occurredAt: now,
      });
      return { ...record, withdrawnAt: now };
    });
  }
}
