import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../platform/events/record-event.js';
import type { Actor } from '../../../platform/http/access.js';
import { Problem } from '../../../platform/http/problem.js';
import { notFound } from '../../../platform/http/problems.js';
import { EditionsRepository } from '../data/editions.repository.js';
import { MicroCredentialsRepository } from '../data/micro-credentials.repository.js';
import { canChangeMicroCredential, refuseUnlessAllowed } from '../policy.js';
import type { MicroCredentialWithEdition } from './change-micro-credential.js';

/** Takes it off the catalogue and out of the authors' hands. Editions, offerings, learners and badges are not touched. */
@Injectable()
export class RetireMicroCredential {
  constructor(
    private readonly work: UnitOfWork,
    private readonly microCredentials: MicroCredentialsRepository,
    private readonly editions: EditionsRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(actor: Actor, id: string): Promise<MicroCredentialWithEdition> {
    return this.work.runOnce(actor, async (tx) => {
      const microCredential = await this.microCredentials.findForChange(tx, id);
      if (!microCredential) throw new Problem(notFound);
      refuseUnlessAllowed(canChangeMicroCredential(actor, microCredential));
      const now = this.clock.now();
      const retired = { ...microCredential, version: microCredential.version + 1, retiredAt: now, updatedAt: now };
      await this.microCredentials.save(tx, retired);
      await recordEvent(tx, {
        institutionId: actor.institutionId,
        type: 'micro_credential.retired',
        actorId: actor.personId,
        subject: { type: 'micro_credential', id },
        occurredAt: now,
      });
      return { microCredential: retired, latest: await this.editions.latest(tx, id) };
    });
  }
}
