import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import { type Tx, UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../../platform/events/record-event.js';
import type { Actor } from '../../../../platform/http/access.js';
import { Problem } from '../../../../platform/http/problem.js';
import { notFound } from '../../../../platform/http/problems.js';
import { enqueueAll } from '../../../../platform/queue/enqueue.js';
import { type HistoricProgress, HistoricImportsRepository } from '../../data/historic-imports.repository.js';
import { awardHistoric } from '../../jobs/award-historic.js';
import { historicRowsBad, nothingToAward } from '../../problems.js';

export interface Confirmation {
  /** Awards the good rows of a file that has bad ones too. */
  leaveOutBadRows: boolean;
  /** Whether learners are written to. */
  letters: boolean;
}

const AT_ONCE = 2_000;

/** The office vouches for what a file says: each good row is queued to become a credential. */
@Injectable()
export class ConfirmHistoricImport {
  constructor(
    private readonly work: UnitOfWork,
    private readonly imports: HistoricImportsRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Confirming twice answers with how far the first time has come. */
  async run(actor: Actor, id: string, { leaveOutBadRows, letters }: Confirmation): Promise<HistoricProgress> {
    return this.work.runOnce(actor, async (tx) => {
      const file = await this.imports.findLocked(tx, id);
      const progress = file && (await this.imports.find(tx, id));
      if (!progress) throw new Problem(notFound);
      if (progress.confirmedAt) return progress;
      refuseUnfit(progress, leaveOutBadRows);
      const [confirmedBy, confirmedAt] = [actor.personId, this.clock.now()];
      // Who has the award already is decided with all the others.
      const confirmed = { ...progress, waiting: goodRows(progress), held: 0, confirmedBy, confirmedAt, letters };
      await this.imports.confirm(tx, confirmed);
      await recordEvent(tx, {
        institutionId: actor.institutionId,
        type: 'historic_import.confirmed',
        actorId: confirmedBy,
        subject: { type: 'historic_import', id },
        particulars: { rows: confirmed.waiting, leftOut: progress.bad, letters },
        occurredAt: confirmedAt,
      });
      await this.queue(tx, actor, id, confirmedAt);
      return confirmed;
    });
  }

  private async queue(tx: Tx, { institutionId }: Actor, id: string, now: Date): Promise<void> {
    const rowIds = await this.imports.waitingRows(tx, id);
    for (let start = 0; start < rowIds.length; start += AT_ONCE) {
      const some = rowIds.slice(start, start + AT_ONCE);
      await enqueueAll(
        tx,
        awardHistoric,
        some.map((rowId) => ({ institutionId, payload: { rowId }, dedupeKey: rowId, now })),
      );
    }
  }
}

function goodRows({ waiting, held }: HistoricProgress): number {
  return waiting + held;
}

function refuseUnfit(file: HistoricProgress, leaveOutBadRows: boolean): void {
  const [bad, good] = [file.bad, goodRows(file)];
  if (good === 0)
    throw new Problem(nothingToAward, { detail: 'Mend the rows that the report names, and upload the file again.' });
  if (bad === 0 || leaveOutBadRows) return;
  const detail = `Of ${bad + good} rows ${bad} cannot be used. Mend them and upload the file again, or send leaveOutBadRows to award the others.`;
  throw new Problem(historicRowsBad, { detail, facts: { bad, good } });
}
