import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import { type Tx, UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../../platform/events/record-event.js';
import type { Actor } from '../../../../platform/http/access.js';
import { Problem } from '../../../../platform/http/problem.js';
import { notFound } from '../../../../platform/http/problems.js';
import { enqueueAll } from '../../../../platform/queue/enqueue.js';
import { type ImportProgress, EnrollmentImportsRepository } from '../../data/enrollment-imports.repository.js';
import { enrollRow } from '../../jobs/enroll-row.js';
import { enrollmentRowsBad, nobodyToEnroll } from '../../problems.js';

const AT_ONCE = 2_000;

/** Queues each good row of a file to become a place. */
@Injectable()
export class ConfirmEnrollmentFile {
  constructor(
    private readonly work: UnitOfWork,
    private readonly imports: EnrollmentImportsRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Confirming twice answers with how far the first time has come. `leaveOutBadRows`: enrols the others. */
  async run(actor: Actor, id: string, leaveOutBadRows: boolean): Promise<ImportProgress> {
    return this.work.runOnce(actor, async (tx) => {
      const file = await this.imports.findLocked(tx, id);
      const progress = file && (await this.imports.find(tx, id));
      if (!progress) throw new Problem(notFound);
      if (progress.confirmedAt) return progress;
      const rowIds = await this.imports.waitingIds(tx, id);
      const { bad = 0 } = progress.counts;
      refuseUnfit(rowIds.length, bad, leaveOutBadRows);
      const now = this.clock.now();
      await this.imports.confirm(tx, id, actor.personId, now);
      await recordEvent(tx, {
        institutionId: actor.institutionId,
        type: 'enrollment_import.confirmed',
        actorId: actor.personId,
        subject: { type: 'enrollment_import', id },
        particulars: { rows: rowIds.length, leftOut: bad },
        occurredAt: now,
      });
      await this.queue(tx, actor, rowIds, now);
      return (await this.imports.find(tx, id)) ?? progress;
    });
  }

  private async queue(tx: Tx, { institutionId }: Actor, rowIds: readonly string[], now: Date): Promise<void> {
    for (let start = 0; start < rowIds.length; start += AT_ONCE) {
      const some = rowIds.slice(start, start + AT_ONCE);
      await enqueueAll(
        tx,
        enrollRow,
        some.map((rowId) => ({ institutionId, payload: { rowId }, dedupeKey: rowId, now })),
      );
    }
  }
}

function refuseUnfit(good: number, bad: number, leaveOutBadRows: boolean): void {
  if (good === 0) {
    const detail = 'Everybody it could use is enrolled already. Mend the rows that the report names, and upload the file again.';
    throw new Problem(nobodyToEnroll, { detail });
  }
  if (bad === 0 || leaveOutBadRows) return;
  const detail = `${bad} rows cannot be used. Mend them and upload the file again, or send leaveOutBadRows to enrol the others.`;
  throw new Problem(enrollmentRowsBad, { detail, facts: { bad, good } });
}
