import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import type { InstitutionScope } from '../../../../platform/database/scope.js';
import { type Tx, UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import { enqueueAll } from '../../../../platform/queue/enqueue.js';
import { EndorsementsRepository } from '../../data/endorsements.repository.js';
import { SigningKeysRepository } from '../../data/signing-keys.repository.js';
import { reissueForKey } from '../../jobs/reissue-for-key.js';
import { signEndorsement } from '../../jobs/sign-endorsement.js';

const CHUNK = 500;

/** Queues what a compromised key signed to be signed anew: each form of a credential and of an endorsement once, whoever finds it first. */
@Injectable()
export class QueueReissues {
  constructor(
    private readonly work: UnitOfWork,
    private readonly keys: SigningKeysRepository,
    private readonly endorsements: EndorsementsRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** All that the key signed, a chunk a transaction. Running it again goes on where it was broken off. */
  async run(scope: InstitutionScope, keyId: string, signal?: AbortSignal): Promise<void> {
    let queued: number;
    do {
      signal?.throwIfAborted();
      queued = await this.work.run(scope, (tx) => this.in(tx, keyId));
    } while (queued > 0);
  }

  /** Some that wait and are not queued; without a key, those of every compromised one. Returns how many: 0 when none is left. */
  async in(tx: Tx, keyId: string | null): Promise<number> {
    const now = this.clock.now();
    const waiting = await this.keys.unqueuedReissues(tx, keyId, reissueForKey.name, CHUNK);
    await enqueueAll(
      tx,
      reissueForKey,
      waiting.map(({ institutionId, credentialId }) => ({
        institutionId,
        payload: { credentialId },
        dedupeKey: credentialId,
        now,
      })),
    );
    return waiting.length + (await this.endorsementsIn(tx, keyId, now));
  }
  private async endorsementsIn(tx: Tx, keyId: string | null, now: Date): Promise<number> {
    const waiting = await this.endorsements.unqueuedRenewals(tx, keyId, signEndorsement.name, now, CHUNK);
    await enqueueAll(
      tx,
      signEndorsement,
      waiting.map(({ institutionId, endorsementId, form }) => ({
        institutionId,
        payload: { endorsementId },
        dedupeKey: `${endorsementId}:form:${form}`,
        now,
      })),
    );
    return waiting.length;
  }
}
