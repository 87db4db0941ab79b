import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../platform/events/record-event.js';
import type { Actor } from '../../../platform/http/access.js';
import { Problem } from '../../../platform/http/problem.js';
import { notFound } from '../../../platform/http/problems.js';
import { enqueue } from '../../../platform/queue/enqueue.js';
import type { Credential } from '../data/credential.entity.js';
import { CredentialsRepository } from '../data/credentials.repository.js';
import { StatusListsRepository } from '../data/status-lists.repository.js';
import { canTransition } from '../domain/credential-state.js';
import { publishStatusList } from '../jobs/publish-status-list.js';
import { credentialState } from '../problems.js';

/** Takes a credential back for good. Who checks it from the next signing of its status list on is told so; the reason stays inside. */
@Injectable()
export class RevokeCredential {
  constructor(
    private readonly work: UnitOfWork,
    private readonly credentials: CredentialsRepository,
    private readonly lists: StatusListsRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(actor: Actor, id: string, reason: string): Promise<Credential> {
    return this.work.runOnce(actor, async (tx) => {
      const credential = await this.credentials.findLocked(tx, id);
      const intent = credential && (await this.credentials.findIntent(tx, id));
      if (!credential || !intent) throw new Problem(notFound);
      if (!canTransition(credential.state, 'revoked'))
        throw new Problem(credentialState, { detail: `It is ${credential.state} already.` });
      const now = this.clock.now();
      const revoked: Credential = { ...credential, state: 'revoked' };
      await this.credentials.save(tx, revoked);
      await this.credentials.addRevocation(tx, {
        credentialId: id,
        institutionId: actor.institutionId,
        reason,
        revokedBy: actor.personId,
        revokedAt: now,
      });
      await this.lists.raiseVersion(tx, intent.statusListId);
      await recordEvent(tx, {
        institutionId: actor.institutionId,
        type: 'credential.revoked',
        actorId: actor.personId,
        subject: { type: 'credential', id },
        occurredAt: now,
      });
      await enqueue(
        tx,
        publishStatusList,
        { listId: intent.statusListId },
        { institutionId: actor.institutionId, dedupeKey: `${intent.statusListId}:${id}`, now },
      );
      return revoked;
    });
  }
}
