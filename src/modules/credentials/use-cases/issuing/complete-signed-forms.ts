import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import { system } from '../../../../platform/database/scope.js';
import { type Tx, UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import { enqueue } from '../../../../platform/queue/enqueue.js';
import { SigningKeysRepository } from '../../data/signing-keys.repository.js';
import { VcJwtCompletionRepository } from '../../data/vc-jwt-completion.repository.js';
import { enqueueVcJwts } from '../../jobs/make-vc-jwts.js';
import { publishKeyHistory } from '../../jobs/publish-key-history.js';
import { QueueReissues } from '../keys/queue-reissues.js';

const SCOPE = system('VC-JWT forms and key histories of every institution are looked after');
const PATIENCE_MS = 20_000;
// No transaction that stores credentials takes so long: nothing will turn up that was issued before.
const SETTLED_MS = 10 * 60 * 1_000;
const ASK_AGAIN_MS = 60 * 60 * 1_000;
const CHUNK = 500;
const MOST_AT_ONCE = 10_000;

/**
 * Finds VC-JWT forms that are offered and missing, so that turning one on covers earlier credentials too; key histories that tell too
 * little; and credentials of a compromised key that nobody signs anew.
 */
@Injectable()
export class CompleteSignedForms {
  constructor(
    private readonly work: UnitOfWork,
    private readonly completion: VcJwtCompletionRepository,
    private readonly keys: SigningKeysRepository,
    private readonly reissues: QueueReissues,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Returns how many repairs were queued. Running it twice changes nothing more. */
  async run(): Promise<number> {
    return this.work.run(SCOPE, async (tx) => {
      const now = this.clock.now();
      return (await this.makeMissing(tx, now)) + (await this.publishStale(tx, now)) + (await this.reissues.in(tx, null));
    });
  }

  private async makeMissing(tx: Tx, now: Date): Promise<number> {
    const ago = (milliseconds: number) => new Date(now.getTime() - milliseconds);
    let left = MOST_AT_ONCE;
    for (const offered of await this.completion.unproven(tx, ago(PATIENCE_MS), ago(ASK_AGAIN_MS))) {
      if (left === 0) break;
      const { institutionId } = offered;
      const lacking = await this.completion.lacking(tx, offered, ago(PATIENCE_MS), left);
      left -= lacking.length;
      for (let first = 0; first < lacking.length; first += CHUNK) {
        const some = lacking.slice(first, first + CHUNK).map(({ id }) => id);
        await enqueueVcJwts(tx, some, { institutionId, cause: `missing:${now.toISOString()}`, now });
      }
      const settled = ago(SETTLED_MS);
      const oldest = lacking[0]?.issuedAt ?? settled;
      await this.completion.prove(tx, offered, oldest < settled ? oldest : settled);
    }
    return MOST_AT_ONCE - left;
  }

  private async publishStale(tx: Tx, now: Date): Promise<number> {
    const stale = await this.keys.staleHistories(tx);
    for (const { institutionId, version } of stale) {
      const dedupeKey = `${institutionId}:version:${version}`;
      await enqueue(tx, publishKeyHistory, { version }, { institutionId, dedupeKey, now });
    }
    return stale.length;
  }
}
