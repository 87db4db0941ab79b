import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../platform/events/record-event.js';
import type { SignedIn } from '../../../platform/http/access.js';
import { actingScope } from '../../../platform/http/acting-scope.js';
import { Problem } from '../../../platform/http/problem.js';
import { notFound } from '../../../platform/http/problems.js';
import type { ServiceGrant } from '../data/service-grant.entity.js';
import { ServicesRepository } from '../data/services.repository.js';

/** The services that a person connected at the institution they act for now. */
@Injectable()
export class OwnServices {
  constructor(
    private readonly work: UnitOfWork,
    private readonly services: ServicesRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async list(person: SignedIn): Promise<ServiceGrant[]> {
    const scope = actingScope(person);
    return this.work.run(scope, (tx) => this.services.grantsOf(tx, scope.institutionId, person.personId, this.clock.now()));
  }

  /** Its tokens stop working at once. */
  async disconnect(person: SignedIn, id: string): Promise<void> {
    const scope = actingScope(person);
    await this.work.run(scope, async (tx) => {
      const now = this.clock.now();
      if (!(await this.services.revokeGrant(tx, id, person.personId, now))) throw new Problem(notFound);
      await recordEvent(tx, {
        ...scope,
        type: 'service.disconnected',
        actorId: person.personId,
        subject: { type: 'service_grant', id },
        occurredAt: now,
      });
    });
  }
}
