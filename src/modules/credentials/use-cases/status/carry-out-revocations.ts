import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import type { InstitutionScope } from '../../../../platform/database/scope.js';
import { type Tx, UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../../platform/events/record-event.js';
import { type RevocationBatch, RevocationBatchesRepository } from '../../data/revocation-batches.repository.js';
import { RevokeForms } from './revoke-forms.js';

const CHUNK = 500;

/** Carries a batch of revocations out, a chunk a transaction. Running it again goes on where it was broken off. */
@Injectable()
export class CarryOutRevocations {
  constructor(
    private readonly work: UnitOfWork,
    private readonly batches: RevocationBatchesRepository,
    private readonly revokeForms: RevokeForms,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Throws when it is stopped half-way, so that the job is tried again. */
  async run(scope: InstitutionScope, batchId: string, signal?: AbortSignal): Promise<void> {
    const batch = await this.work.run(scope, (tx) => this.batches.begin(tx, batchId, this.clock.now()));
    if (!batch) return;
    let settled: number;
    do {
      signal?.throwIfAborted();
      settled = await this.work.run(scope, (tx) => this.chunk(tx, batch));
    } while (settled > 0);
    await this.work.run(scope, (tx) => this.finish(tx, batch));
  }

  private async chunk(tx: Tx, { id, institutionId, reason, requestedBy: actorId }: RevocationBatch): Promise<number> {
    const rows = await this.batches.nextRows(tx, id, CHUNK);
    const publicIds = rows.map(({ publicId }) => publicId);
    const revoked = await this.revokeForms.in(tx, { institutionId, publicIds, reason, actorId });
    const done = new Set(revoked.map(({ publicId }) => publicId));
    const idsOf = (taken: boolean) =>
      rows.filter(({ publicId }) => done.has(publicId) === taken).map(({ credentialId }) => credentialId);
    await this.batches.settle(tx, id, idsOf(true), 'revoked');
    await this.batches.settle(tx, id, idsOf(false), 'was-revoked');
    return rows.length;
  }

  private async finish(tx: Tx, { id, institutionId, requestedBy }: RevocationBatch): Promise<void> {
    const now = this.clock.now();
    if (!(await this.batches.finish(tx, id, now))) return;
    await recordEvent(tx, {
      institutionId,
      type: 'credential_revocation_batch.finished',
      actorId: requestedBy,
      subject: { type: 'credential_revocation_batch', id },
      occurredAt: now,
    });
  }
}
