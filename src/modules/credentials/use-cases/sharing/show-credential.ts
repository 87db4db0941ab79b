import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import { UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../../platform/events/record-event.js';
import type { Actor } from '../../../../platform/http/access.js';
import type { Credential } from '../../data/credential.entity.js';
import { CredentialsRepository } from '../../data/credentials.repository.js';
import type { Visibility } from '../../domain/visibility.js';
import { ownCredential } from './own-credential.js';

/** Shows one's credential to more or fewer people. It holds from the moment it is saved. */
@Injectable()
export class ShowCredential {
  constructor(
    private readonly work: UnitOfWork,
    private readonly credentials: CredentialsRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(actor: Actor, id: string, visibility: Visibility): Promise<Credential> {
    return this.work.run(actor, async (tx) => {
      const credential = await ownCredential(tx, this.credentials, actor, id);
      if (credential.visibility === visibility) return credential;
      await this.credentials.show(tx, { publicId: credential.publicId, visibility });
      await recordEvent(tx, {
        institutionId: actor.institutionId,
        type: 'credential.visibility_changed',
        actorId: actor.personId,
        subject: { type: 'credential', id },
        particulars: { visibility },
        occurredAt: this.clock.now(),
      });
      return { ...credential, visibility };
    });
  }
}
