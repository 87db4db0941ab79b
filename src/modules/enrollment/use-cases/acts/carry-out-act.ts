import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import type { InstitutionScope } from '../../../../platform/database/scope.js';
import { type Tx, UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../../platform/events/record-event.js';
import { type ActProgress, type DueRow, EnrollmentActsRepository } from '../../data/enrollment-acts.repository.js';
import { ActOnPlace } from './act-on-place.js';
import { MovePlaceBack } from './move-place-back.js';
import { RemindLearners } from './remind-learners.js';
import { RestorePlace } from './restore-place.js';

// Whoever wants a seat in the same offering waits no longer than these take.
const CHUNK = 50;

/** Carries an act out, or undoes it, a few places a transaction. Running it again goes on where it was broken off. */
@Injectable()
export class CarryOutAct {
  constructor(
    private readonly work: UnitOfWork,
    private readonly acts: EnrollmentActsRepository,
    private readonly actOnPlace: ActOnPlace,
    private readonly remind: RemindLearners,
    private readonly restorePlace: RestorePlace,
    private readonly movePlaceBack: MovePlaceBack,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Throws when it is stopped half-way, so that the job is tried again. */
  async run(scope: InstitutionScope, actId: string, signal?: AbortSignal): Promise<void> {
    const act = await this.work.run(scope, (tx) => this.acts.find(tx, actId));
    if (!act?.confirmedAt) return;
    const chunk = (tx: Tx) => (act.undoRequestedAt ? this.undo(tx, act) : this.act(tx, act));
    let settled: number;
    do {
      signal?.throwIfAborted();
      settled = await this.work.run(scope, chunk);
    } while (settled > 0);
    await this.work.run(scope, (tx) => this.finish(tx, act));
  }

  private async act(tx: Tx, act: ActProgress): Promise<number> {
    const rows = atOnce(act, await this.acts.next(tx, act.id, 'waiting', CHUNK));
    if (act.kind === 'remind') {
      for (const row of await this.remind.in(tx, act, rows)) await this.acts.settle(tx, act.id, row, null);
      return rows.length;
    }
    for (const row of rows) {
      const { enrollmentId } = row;
      const { refused, earlier = null } = await this.actOnPlace.in(tx, act, row);
      await this.acts.settle(
        tx,
        act.id,
        { enrollmentId, outcome: refused ? 'refused' : 'done', reason: refused ?? null },
        earlier,
      );
    }
    return rows.length;
  }

  private async undo(tx: Tx, act: ActProgress): Promise<number> {
    const back = act.kind === 'transfer' ? this.movePlaceBack : this.restorePlace;
    const rows = atOnce(act, await this.acts.next(tx, act.id, 'done', CHUNK));
    for (const row of rows) {
      const reason = await back.in(tx, act, row);
      await this.acts.settle(tx, act.id, { enrollmentId: row.enrollmentId, outcome: reason ? 'kept' : 'undone', reason }, null);
    }
    return rows.length;
  }

  private async finish(tx: Tx, { id, institutionId, requestedBy, undoRequestedBy }: ActProgress): Promise<void> {
    const now = this.clock.now();
    const ended = undoRequestedBy ? await this.acts.finishUndo(tx, id, now) : await this.acts.finish(tx, id, now);
    if (!ended) return;
    await recordEvent(tx, {
      institutionId,
      type: undoRequestedBy ? 'enrollment_act.undone' : 'enrollment_act.finished',
      actorId: undoRequestedBy ?? requestedBy,
      subject: { type: 'enrollment_act', id },
      occurredAt: now,
    });
  }
}

/**
 * Those that one transaction may go through. What goes to another offering locks two of them: after the next home, the destination
 * would be locked out of the one order.
 */
function atOnce({ kind }: ActProgress, rows: readonly DueRow[]): readonly DueRow[] {
  if (kind !== 'transfer') return rows;
  const homeOf = ({ earlierOfferingId, offeringId }: DueRow) => earlierOfferingId ?? offeringId;
  const [first] = rows;
  return rows.filter((row) => first && homeOf(row) === homeOf(first));
}
