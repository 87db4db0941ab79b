import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import type { InstitutionScope } from '../../../../platform/database/scope.js';
import { type Tx, UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../../platform/events/record-event.js';
import { type ActProgress, EnrollmentActsRepository } from '../../data/enrollment-acts.repository.js';
import { ActOnPlace } from './act-on-place.js';
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
    private readonly restorePlace: RestorePlace,
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
    const rows = await this.acts.next(tx, act.id, 'waiting', CHUNK);
    for (const row of rows) {
      const { enrollmentId } = row;
      const { refused, earlierState = null } = await this.actOnPlace.in(tx, act, row);
      await this.acts.settle(
        tx,
        act.id,
        { enrollmentId, outcome: refused ? 'refused' : 'done', reason: refused ?? null },
        earlierState,
      );
    }
    return rows.length;
  }

  private async undo(tx: Tx, act: ActProgress): Promise<number> {
    const rows = await this.acts.next(tx, act.id, 'done', CHUNK);
    for (const row of rows) {
      const reason = await this.restorePlace.in(tx, act, row);
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
