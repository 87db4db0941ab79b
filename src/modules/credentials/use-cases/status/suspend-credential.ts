import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import { UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../../platform/events/record-event.js';
import type { Actor } from '../../../../platform/http/access.js';
import { Problem } from '../../../../platform/http/problem.js';
import { notFound } from '../../../../platform/http/problems.js';
import { CredentialActsRepository } from '../../data/credential-acts.repository.js';
import type { Credential } from '../../data/credential.entity.js';
import { CredentialsRepository } from '../../data/credentials.repository.js';
import { mayAct, stateAfter } from '../../domain/credential-state.js';
import { StatusRegistry } from './status-registry.js';
import { wrongState } from './wrong-state.js';

/** Has a credential fail every check until it is reinstated, which brings a new form of it (ADR 8). The reason stays inside. */
@Injectable()
export class SuspendCredential {
  constructor(
    private readonly work: UnitOfWork,
    private readonly credentials: CredentialsRepository,
    private readonly acts: CredentialActsRepository,
    private readonly statuses: StatusRegistry,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(actor: Actor, id: string, reason: string): Promise<Credential> {
    return this.work.runOnce(actor, async (tx) => {
      const credential = await this.credentials.findLocked(tx, id);
      const intent = credential && (await this.credentials.findIntent(tx, id));
      if (!credential || !intent) throw new Problem(notFound);
      if (!mayAct('suspend', credential.state)) throw await wrongState(tx, this.credentials, credential);
      const { institutionId, personId: actorId } = actor;
      const now = this.clock.now();
      const suspended: Credential = { ...credential, state: stateAfter('suspend') };
      await this.credentials.save(tx, suspended);
      const act = { institutionId, credentialId: id, reason, actedBy: actorId, actedAt: now };
      await this.acts.add(tx, { ...act, act: 'suspension', cause: null });
      await recordEvent(tx, {
        institutionId,
        type: 'credential.suspended',
        actorId,
        subject: { type: 'credential', id },
        occurredAt: now,
      });
      await this.statuses.changed(tx, institutionId, [intent.statusListId]);
      return suspended;
    });
  }
}
