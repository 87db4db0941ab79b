import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import { type Tx, UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../../platform/events/record-event.js';
import type { Actor } from '../../../../platform/http/access.js';
import { readCursor } from '../../../../platform/http/paging.js';
import { Problem } from '../../../../platform/http/problem.js';
import { notFound } from '../../../../platform/http/problems.js';
import { newId } from '../../../../platform/ids.js';
import { enqueue } from '../../../../platform/queue/enqueue.js';
import {
  RevocationBatchesRepository,
  type RevocationProgress,
  type RevocationRow,
  type RevocationTargets,
} from '../../data/revocation-batches.repository.js';
import { revokeBatch } from '../../jobs/revoke-batch.js';
import { nothingToRevoke, revocationBegun } from '../../problems.js';

export interface PlannedRevocations {
  targets: RevocationTargets;
  reason: string;
  /** How long it can be called off. */
  undoSeconds: number;
}

interface PageWanted {
  cursor?: string | undefined;
  limit: number;
}

/** Taking many credentials back: planned now, carried out when the time to call it off is over. */
@Injectable()
export class PlanRevocations {
  constructor(
    private readonly work: UnitOfWork,
    private readonly batches: RevocationBatchesRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(actor: Actor, { targets, reason, undoSeconds }: PlannedRevocations): Promise<RevocationProgress> {
    const { institutionId, personId } = actor;
    return this.work.runOnce(actor, async (tx) => {
      const [id, now] = [newId(), this.clock.now()];
      const takesEffectAt = new Date(now.getTime() + undoSeconds * 1_000);
      const none = { startedAt: null, finishedAt: null, cancelledAt: null, cancelledBy: null };
      const plan = { id, institutionId, reason, total: 0, requestedBy: personId, requestedAt: now, takesEffectAt, ...none };
      await this.batches.add(tx, plan);
      const total = await this.batches.addRows(tx, id, targets);
      refuseMissing(targets, total);
      await this.record(tx, actor, id, 'requested', now, { total });
      await enqueue(tx, revokeBatch, { batchId: id }, { institutionId, dedupeKey: id, now, availableAt: takesEffectAt });
      return { ...plan, total, revoked: 0, wasRevoked: 0 };
    });
  }

  /** Newest first, one more than `limit`. */
  async list(actor: Actor, { cursor, limit }: PageWanted): Promise<RevocationProgress[]> {
    return this.work.run(actor, (tx) => this.batches.list(tx, readCursor(cursor), limit));
  }

  async one(actor: Actor, id: string): Promise<RevocationProgress> {
    return this.work.run(actor, (tx) => this.found(tx, id));
  }

  /** One more than `limit`. */
  async rows(actor: Actor, id: string, { cursor, limit }: PageWanted): Promise<RevocationRow[]> {
    return this.work.run(actor, async (tx) => {
      await this.found(tx, id);
      return this.batches.rows(tx, id, readCursor(cursor), limit);
    });
  }

  async cancel(actor: Actor, id: string): Promise<RevocationProgress> {
    return this.work.runOnce(actor, async (tx) => {
      await this.found(tx, id);
      const now = this.clock.now();
      if (!(await this.batches.cancel(tx, id, actor.personId, now))) {
        throw new Problem(revocationBegun, { detail: 'It has begun, or was called off before. What is revoked stays revoked.' });
      }
      await this.record(tx, actor, id, 'cancelled', now);
      return this.found(tx, id);
    });
  }

  private async found(tx: Tx, id: string): Promise<RevocationProgress> {
    const batch = await this.batches.find(tx, id);
    if (!batch) throw new Problem(notFound);
    return batch;
  }

  private async record(tx: Tx, actor: Actor, id: string, what: string, occurredAt: Date, particulars = {}): Promise<void> {
    await recordEvent(tx, {
      institutionId: actor.institutionId,
      type: `credential_revocation_batch.${what}`,
      actorId: actor.personId,
      subject: { type: 'credential_revocation_batch', id },
      particulars,
      occurredAt,
    });
  }
}

/** Whoever names credentials means all of them: a name that is not here is a mistake in the list, and nothing is done. */
function refuseMissing(targets: RevocationTargets, total: number): void {
  const named = 'credentialIds' in targets ? new Set(targets.credentialIds).size : 1;
  if (total >= named) return;
  if (!('credentialIds' in targets))
    throw new Problem(nothingToRevoke, { detail: 'It has no credential that could be revoked.' });
  const missing = named - total;
  throw new Problem(nothingToRevoke, { detail: `${missing} of the credentials are not here.`, facts: { missing } });
}
