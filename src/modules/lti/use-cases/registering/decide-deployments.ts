import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import { UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../../platform/http/access.js';
import { Problem } from '../../../../platform/http/problem.js';
import { notFound } from '../../../../platform/http/problems.js';
import { newId } from '../../../../platform/ids.js';
import { EndContextSessions } from '../../../people/index.js';
import { DeploymentsRepository } from '../../data/deployments.repository.js';
import { RegistrationsRepository } from '../../data/registrations.repository.js';
import { deploymentKnown } from '../../problems.js';
import { recordPlatformChange } from './record-platform-change.js';

/** Which deployments of a platform may launch. */
@Injectable()
export class DecideDeployments {
  constructor(
    private readonly work: UnitOfWork,
    private readonly registrations: RegistrationsRepository,
    private readonly deployments: DeploymentsRepository,
    private readonly sessions: EndContextSessions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Approved before its first launch, by the id that the platform shows. Throws `request.not_found`, `lti.deployment_known`. */
  async add(actor: Actor, registrationId: string, deploymentId: string): Promise<string> {
    const now = this.clock.now();
    return this.work.runOnce(actor, async (tx) => {
      if (!(await this.registrations.findLocked(tx, registrationId))) throw new Problem(notFound);
      const id = newId(now.getTime());
      const { institutionId } = actor;
      const deployment = {
        id,
        institutionId,
        registrationId,
        deploymentId,
        state: 'approved',
        createdAt: now,
        decidedAt: now,
      } as const;
      if (!(await this.deployments.add(tx, deployment))) {
        throw new Problem(deploymentKnown, {
          errors: [{ field: 'deploymentId', code: 'known', detail: 'It is in the list: approve it there.' }],
        });
      }
      const subject = { type: 'lti_registration', id: registrationId } as const;
      await recordPlatformChange(tx, actor, 'lti.deployment_added', subject, now, { deployment: id, state: 'approved' });
      return id;
    });
  }

  /** Refusing also signs out who came by it. Throws `request.not_found`. */
  async decide(actor: Actor, registrationId: string, id: string, decision: 'approved' | 'refused'): Promise<void> {
    await this.work.run(actor, async (tx) => {
      const deployment = await this.deployments.findLocked(tx, registrationId, id);
      if (!deployment) throw new Problem(notFound);
      if (deployment.state === decision) return;
      const now = this.clock.now();
      await this.deployments.decide(tx, id, decision, now);
      if (decision === 'refused') await this.sessions.run(tx, await this.deployments.contextIds(tx, id));
      const type = decision === 'approved' ? 'lti.deployment_approved' : 'lti.deployment_refused';
      await recordPlatformChange(tx, actor, type, { type: 'lti_registration', id: registrationId }, now, { deployment: id });
    });
  }
}
