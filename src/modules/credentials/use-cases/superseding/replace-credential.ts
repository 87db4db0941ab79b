import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../../platform/http/access.js';
import { Problem } from '../../../../platform/http/problem.js';
import type { Credential } from '../../data/credential.entity.js';
import { credentialState } from '../../problems.js';
import { StoreSuccessor } from './store-successor.js';
import { SupersedeCredential } from './supersede-credential.js';

/** What the office asks for in a request and wants to see in its answer: a new form, planned, signed and stored. */
@Injectable()
export class ReplaceCredential {
  constructor(
    private readonly work: UnitOfWork,
    private readonly supersede: SupersedeCredential,
    private readonly storeSuccessor: StoreSuccessor,
  ) {}

  /** Signs what the credential says anew, with the key of today. */
  reissue(actor: Actor, credentialId: string, reason: string): Promise<Credential> {
    return this.replace(actor, credentialId, 'reissue', reason);
  }

  /** Lifts a suspension. */
  reinstate(actor: Actor, credentialId: string, reason: string): Promise<Credential> {
    return this.replace(actor, credentialId, 'reinstatement', reason);
  }

  private async replace(
    actor: Actor,
    credentialId: string,
    cause: 'reissue' | 'reinstatement',
    reason: string,
  ): Promise<Credential> {
    const intentId = await this.work.runOnce(actor, async (tx) => {
      const { id } = await this.supersede.in(tx, { credentialId, cause, reason, actorId: actor.personId });
      return id;
    });
    const successor = await this.storeSuccessor.run(actor, intentId);
    if (!successor) throw new Problem(credentialState, { detail: 'It was revoked just now.', facts: { state: 'revoked' } });
    return successor;
  }
}
