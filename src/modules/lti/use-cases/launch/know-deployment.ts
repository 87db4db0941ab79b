import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import { UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import { newId } from '../../../../platform/ids.js';
import { type Deployment, DeploymentsRepository } from '../../data/deployments.repository.js';
import { type Registration, RegistrationsRepository } from '../../data/registrations.repository.js';
import { RefusedMessage } from './refused-message.js';

/**
 * The deployment that a message names. The first one of a registration that an administrator made is the one that they meant; whatever
 * comes later may be another customer of the same platform, and waits for an administrator.
 */
@Injectable()
export class KnowDeployment {
  constructor(
    private readonly work: UnitOfWork,
    private readonly registrations: RegistrationsRepository,
    private readonly deployments: DeploymentsRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Throws `RefusedMessage`; what waits is written down all the same, for the administrator to decide. */
  async run({ id: registrationId, institutionId, settings }: Registration, deploymentId: string): Promise<Deployment> {
    const deployment = await this.work.run({ institutionId }, async (tx) => {
      const known = await this.deployments.find(tx, registrationId, deploymentId);
      if (known) return known;
      // One after the other: of two first ones at once, one is the first.
      await this.registrations.findLocked(tx, registrationId);
      const isMeant = settings.acceptFirstDeployment && !(await this.deployments.any(tx, registrationId));
      const now = this.clock.now();
      await this.deployments.add(tx, {
        id: newId(now.getTime()),
        institutionId,
        registrationId,
        deploymentId,
        state: isMeant ? 'approved' : 'pending',
        createdAt: now,
        decidedAt: isMeant ? now : null,
      });
      return this.deployments.find(tx, registrationId, deploymentId);
    });
    if (deployment?.state !== 'approved') throw new RefusedMessage({ code: 'deployment_unknown' }, registrationId);
    return deployment;
  }
}
