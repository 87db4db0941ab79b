import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import { type Tx, UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../../platform/events/record-event.js';
import type { Actor } from '../../../../platform/http/access.js';
import { Problem } from '../../../../platform/http/problem.js';
import { notFound } from '../../../../platform/http/problems.js';
import { enqueue } from '../../../../platform/queue/enqueue.js';
import { type ActProgress, EnrollmentActsRepository } from '../../data/enrollment-acts.repository.js';
import { UNDO_HOURS, undoableUntil } from '../../domain/enrollment-act.js';
import { enrollmentAct } from '../../jobs/enrollment-act.js';
import { actNotUndoable, nothingToDo } from '../../problems.js';

/** Lets a planned act begin, or has one undone. Ordering the same twice changes nothing. */
@Injectable()
export class OrderAct {
  constructor(
    private readonly work: UnitOfWork,
    private readonly acts: EnrollmentActsRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async confirm(actor: Actor, id: string): Promise<ActProgress> {
    return this.work.runOnce(actor, async (tx) => {
      const act = await this.locked(tx, id);
      if (act.confirmedAt) return act;
      if (!act.counts.waiting) throw new Problem(nothingToDo, { detail: 'None of these places can be changed. Choose others.' });
      const now = this.clock.now();
      await this.acts.confirm(tx, id, now);
      await this.order(tx, actor, act, 'confirmed', now);
      return this.found(tx, id);
    });
  }

  async undo(actor: Actor, id: string): Promise<ActProgress> {
    return this.work.runOnce(actor, async (tx) => {
      const act = await this.locked(tx, id);
      if (act.undoRequestedAt) return act;
      const now = this.clock.now();
      if (!undoableUntil(act, now)) {
        throw new Problem(actNotUndoable, {
          detail: `Withdrawals and moves can be undone for ${UNDO_HOURS} hours after the last one.`,
          facts: { hours: UNDO_HOURS },
        });
      }
      await this.acts.requestUndo(tx, id, actor.personId, now);
      await this.order(tx, actor, act, 'undo_requested', now);
      return this.found(tx, id);
    });
  }

  private async order(tx: Tx, actor: Actor, { id, kind, counts }: ActProgress, what: string, now: Date): Promise<void> {
    const { institutionId, personId: actorId } = actor;
    await recordEvent(tx, {
      institutionId,
      type: `enrollment_act.${what}`,
      actorId,
      subject: { type: 'enrollment_act', id },
      particulars: { kind, places: counts.waiting ?? counts.done ?? 0 },
      occurredAt: now,
    });
    await enqueue(tx, enrollmentAct, { actId: id }, { institutionId, dedupeKey: `${id} ${what}`, now });
  }

  private async locked(tx: Tx, id: string): Promise<ActProgress> {
    await this.acts.lock(tx, id);
    return this.found(tx, id);
  }

  private async found(tx: Tx, id: string): Promise<ActProgress> {
    const act = await this.acts.find(tx, id);
    if (!act) throw new Problem(notFound);
    return act;
  }
}
