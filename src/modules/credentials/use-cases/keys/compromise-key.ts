import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import type { InstitutionScope } from '../../../../platform/database/scope.js';
import { type Idempotency, type Tx, UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import { Problem } from '../../../../platform/http/problem.js';
import { notFound } from '../../../../platform/http/problems.js';
import { enqueue } from '../../../../platform/queue/enqueue.js';
import type { SigningKey } from '../../data/signing-key.entity.js';
import { SigningKeysRepository } from '../../data/signing-keys.repository.js';
import { StatusListsRepository } from '../../data/status-lists.repository.js';
import { VcJwtCompletionRepository } from '../../data/vc-jwt-completion.repository.js';
import { VcJwtsRepository } from '../../data/vc-jwts.repository.js';
import { enqueueVcJwts } from '../../jobs/make-vc-jwts.js';
import { publishStatusList } from '../../jobs/publish-status-list.js';
import { findReissues } from '../../jobs/reissue-for-key.js';
import { keyReportedBefore } from '../../problems.js';
import { KeyRing } from './key-ring.js';
import { type KnownKey, ReadSigningKeys } from './read-signing-keys.js';

const CHUNK = 500;

/**
 * Takes a key that others may have out of everything that verifiers look at: what it signed verifies no more. All of that is queued to be
 * signed again: VC-JWT forms, status lists, the key history, and credentials whose own proof it made, as new forms under the same id. None
 * is revoked; until its new form is stored, each one awaits it (`ReadSigningKeys.credentials`).
 */
@Injectable()
export class CompromiseKey {
  constructor(
    private readonly work: UnitOfWork,
    private readonly keys: SigningKeysRepository,
    private readonly lists: StatusListsRepository,
    private readonly jwts: VcJwtsRepository,
    private readonly completion: VcJwtCompletionRepository,
    private readonly keyRing: KeyRing,
    private readonly read: ReadSigningKeys,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** `actorId`: `null` for the operator. The reason stays inside. Throws Problem when the key is not there, or was reported before. */
  async run(
    scope: InstitutionScope & { idempotency?: Idempotency | undefined },
    keyId: string,
    { reason, actorId }: { reason: string; actorId: string | null },
  ): Promise<KnownKey> {
    return this.work.runOnce(scope, async (tx) => {
      const key = await this.keys.find(tx, keyId);
      if (!key) throw new Problem(notFound);
      const compromised = await this.keyRing.compromise(tx, key, reason, actorId);
      if (!compromised) throw new Problem(keyReportedBefore);
      await this.signAgain(tx, compromised);
      return this.read.one(tx, compromised);
    });
  }

  private async signAgain(tx: Tx, { id, institutionId }: SigningKey): Promise<void> {
    const now = this.clock.now();
    const cause = `compromised:${id}`;
    const credentialIds = await this.jwts.removeSignedBy(tx, id);
    await this.completion.forget(tx, institutionId);
    for (let first = 0; first < credentialIds.length; first += CHUNK)
      await enqueueVcJwts(tx, credentialIds.slice(first, first + CHUNK), { institutionId, cause, now });
    for (const { id: listId, version } of await this.lists.raiseEveryVersion(tx, institutionId))
      await enqueue(tx, publishStatusList, { listId }, { institutionId, dedupeKey: `${listId}:version:${version}`, now });
    await enqueue(tx, findReissues, { keyId: id }, { institutionId, dedupeKey: id, now });
  }
}
