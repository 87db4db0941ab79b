import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../../platform/http/access.js';
import { Problem } from '../../../../platform/http/problem.js';
import { notFound } from '../../../../platform/http/problems.js';
import type { Credential } from '../../data/credential.entity.js';
import { CredentialsRepository } from '../../data/credentials.repository.js';
import { mayAct, stateAfter } from '../../domain/credential-state.js';
import { RevokeForms } from './revoke-forms.js';
import { wrongState } from './wrong-state.js';

/** Takes a credential back for good. Who checks it from the next signing of its status list on is told so; the reason stays inside. */
@Injectable()
export class RevokeCredential {
  constructor(
    private readonly work: UnitOfWork,
    private readonly credentials: CredentialsRepository,
    private readonly revokeForms: RevokeForms,
  ) {}

  async run(actor: Actor, id: string, reason: string): Promise<Credential> {
    return this.work.runOnce(actor, async (tx) => {
      const credential = await this.credentials.findLocked(tx, id);
      if (!credential) throw new Problem(notFound);
      if (!mayAct('revoke', credential.state)) throw await wrongState(tx, this.credentials, credential);
      const { institutionId, personId: actorId } = actor;
      await this.revokeForms.in(tx, { institutionId, publicIds: [credential.publicId], reason, actorId });
      return { ...credential, state: stateAfter('revoke') };
    });
  }
}
