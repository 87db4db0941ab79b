import { Injectable } from '@nestjs/common';
import type { InstitutionScope } from '../../../../platform/database/scope.js';
import { type Tx, UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import { CredentialsRepository } from '../../data/credentials.repository.js';
import { isLive } from '../../domain/credential-state.js';
import { SupersedeCredential } from '../superseding/supersede-credential.js';

/**
 * Plans new forms of credentials whose key was compromised, word for word the same, with the key of today. A suspended one stays
 * suspended. One that was revoked or replaced meanwhile waits for nothing any more.
 */
@Injectable()
export class ReissueForKey {
  constructor(
    private readonly work: UnitOfWork,
    private readonly credentials: CredentialsRepository,
    private readonly supersede: SupersedeCredential,
  ) {}

  /** In the order asked: what kept each one from being planned, or `null`. Each has its own transaction, so that none holds up another. */
  async chunk(
    scope: InstitutionScope,
    waiting: readonly { credentialId: string }[],
    signal?: AbortSignal,
  ): Promise<(Error | null)[]> {
    const outcomes: (Error | null)[] = [];
    for (const { credentialId } of waiting) {
      signal?.throwIfAborted();
      outcomes.push(await this.one(scope, credentialId));
    }
    return outcomes;
  }

  private async one(scope: InstitutionScope, credentialId: string): Promise<Error | null> {
    try {
      await this.work.run(scope, (tx) => this.plan(tx, credentialId));
      return null;
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    }
  }

  private async plan(tx: Tx, credentialId: string): Promise<void> {
    const credential = await this.credentials.find(tx, credentialId);
    if (!credential) throw new Error(`The credential ${credentialId} is gone`);
    if (isLive(credential.state)) await this.supersede.in(tx, { credentialId, cause: 'key', actorId: null });
  }
}
