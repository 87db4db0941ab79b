import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import { system } from '../../../../platform/database/scope.js';
import { UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import { enqueue } from '../../../../platform/queue/enqueue.js';
import { issueCredential } from '../../../assessment/index.js';
import { CredentialsRepository } from '../../data/credentials.repository.js';
import { RevocationBatchesRepository } from '../../data/revocation-batches.repository.js';
import { StatusListsRepository } from '../../data/status-lists.repository.js';
import { publishStatusList } from '../../jobs/publish-status-list.js';
import { revokeBatch } from '../../jobs/revoke-batch.js';
import { storeSuccessor } from '../../jobs/store-successor.js';

const SCOPE = system('passes and status lists of every institution are looked after');
const PATIENCE_MS = 20_000;
// What was withheld for a reason that may pass (a suspended learner) is asked again so often.
const ASK_AGAIN_MS = 60 * 60 * 1_000;
// A list whose bits change all the time is signed once a second; one that is not has been forgotten.
const UNSIGNED_MS = 3_000;
const MOST_AT_ONCE = 500;

/** Finds what should exist and does not: a pass without its credential, a planned form that was not signed, revocations that nobody carries out, a status list that shows less than it should. */
@Injectable()
export class RepairCredentials {
  constructor(
    private readonly work: UnitOfWork,
    private readonly credentials: CredentialsRepository,
    private readonly batches: RevocationBatchesRepository,
    private readonly lists: StatusListsRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Returns how many repairs were queued. Running it twice changes nothing more. */
  async run(): Promise<number> {
    return this.work.run(SCOPE, async (tx) => {
      const now = this.clock.now();
      const before = new Date(now.getTime() - PATIENCE_MS);
      const passes = await this.credentials.unansweredPasses(tx, before, new Date(now.getTime() - ASK_AGAIN_MS), MOST_AT_ONCE);
      for (const { institutionId, enrollmentId, assessmentId } of passes) {
        const dedupeKey = `${assessmentId}:repair:${now.toISOString()}`;
        await enqueue(tx, issueCredential, { enrollmentId, assessmentId }, { institutionId, dedupeKey, now });
      }
      const successors = await this.credentials.unstoredSuccessors(tx, before, MOST_AT_ONCE);
      for (const { institutionId, intentId } of successors) {
        await enqueue(
          tx,
          storeSuccessor,
          { intentId },
          { institutionId, dedupeKey: `${intentId}:repair:${now.toISOString()}`, now },
        );
      }
      const abandoned = await this.batches.abandoned(tx, before);
      for (const { institutionId, batchId } of abandoned) {
        await enqueue(tx, revokeBatch, { batchId }, { institutionId, dedupeKey: `${batchId}:repair:${now.toISOString()}`, now });
      }
      const stale = await this.lists.stale(tx, new Date(now.getTime() - UNSIGNED_MS));
      for (const { id, institutionId, version } of stale) {
        await enqueue(tx, publishStatusList, { listId: id }, { institutionId, dedupeKey: `${id}:version:${version}`, now });
      }
      return passes.length + successors.length + abandoned.length + stale.length;
    });
  }
}
