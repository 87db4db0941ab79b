import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../../platform/database/unit-of-work.js';
import { CredentialsRepository } from '../../data/credentials.repository.js';
import { RevokeForms } from './revoke-forms.js';

/** Revokes every credential of somebody who wants none of them to hold any more. Doing it twice changes nothing. */
@Injectable()
export class TakeBackAll {
  constructor(
    private readonly credentials: CredentialsRepository,
    private readonly revoke: RevokeForms,
  ) {}

  async in(tx: Tx, institutionId: string, personId: string): Promise<void> {
    const publicIds = await this.credentials.standingOf(tx, personId);
    await this.revoke.in(tx, { institutionId, publicIds, reason: 'Its holder asked for it.', actorId: personId });
  }
}
