import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import { system } from '../../../../platform/database/scope.js';
import { UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import { enqueue } from '../../../../platform/queue/enqueue.js';
import { SigningKeysRepository } from '../../data/signing-keys.repository.js';
import { VcJwtsRepository } from '../../data/vc-jwts.repository.js';
import { enqueueVcJwts } from '../../jobs/make-vc-jwts.js';
import { publishKeyHistory } from '../../jobs/publish-key-history.js';
import { QueueReissues } from '../keys/queue-reissues.js';

const SCOPE = system('VC-JWT forms and key histories of every institution are looked after');
const PATIENCE_MS = 20_000;
const ASK_AGAIN_MS = 60 * 60 * 1_000;
const CHUNK = 500;
const MOST_AT_ONCE = 10_000;

/**
 * Finds VC-JWT forms that are offered and missing, so that turning one on covers earlier credentials too, key histories that tell too little, and credentials of a compromised key that
 * nobody signs anew.
 */
@Injectable()
export class CompleteSignedForms {
  constructor(
    private readonly work: UnitOfWork,
    private readonly jwts: VcJwtsRepository,
    private readonly keys: SigningKeysRepository,
    private readonly reissues: QueueReissues,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Returns how many repairs were queued. Running it twice changes nothing more. */
  async run(): Promise<number> {
    return this.work.run(SCOPE, async (tx) => {
      const now = this.clock.now();
      const ago = (milliseconds: number) => new Date(now.getTime() - milliseconds);
      const missing = await this.jwts.missing(tx, ago(PATIENCE_MS), ago(ASK_AGAIN_MS), MOST_AT_ONCE);
      for (const { institutionId, credentialIds } of missing) {
        for (let first = 0; first < credentialIds.length; first += CHUNK) {
          const some = credentialIds.slice(first, first + CHUNK);
          await enqueueVcJwts(tx, some, { institutionId, cause: `missing:${now.toISOString()}`, now });
        }
      }
      const stale = await this.keys.staleHistories(tx);
      for (const { institutionId, version } of stale)
        await enqueue(
          tx,
          publishKeyHistory,
          { version },
          { institutionId, dedupeKey: `${institutionId}:version:${version}`, now },
        );
      return missing.flatMap(({ credentialIds }) => credentialIds).length + stale.length + (await this.reissues.in(tx, null));
    });
  }
}
