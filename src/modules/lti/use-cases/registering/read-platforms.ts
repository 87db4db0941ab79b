import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../../platform/http/access.js';
import { Problem } from '../../../../platform/http/problem.js';
import { notFound } from '../../../../platform/http/problems.js';
import { type DeploymentSummary, DeploymentsRepository } from '../../data/deployments.repository.js';
import { type NoticeHandler, NoticeHandlersRepository } from '../../data/notice-handlers.repository.js';
import {
  type PlatformActivity,
  PlatformActivityRepository,
  type PlatformTroubles,
} from '../../data/platform-activity.repository.js';
import { type Registration, RegistrationsRepository } from '../../data/registrations.repository.js';

export interface PlatformSummary {
  registration: Registration;
  activity: PlatformActivity;
}

export interface PlatformDetail extends PlatformSummary {
  deployments: DeploymentSummary[];
  /** Of deployments whose platform offers notices. */
  handlers: NoticeHandler[];
  troubles: PlatformTroubles;
}

/** The platforms of an institution, and how they get on. */
@Injectable()
export class ReadPlatforms {
  constructor(
    private readonly work: UnitOfWork,
    private readonly registrations: RegistrationsRepository,
    private readonly deployments: DeploymentsRepository,
    private readonly handlers: NoticeHandlersRepository,
    private readonly activity: PlatformActivityRepository,
  ) {}

  async list(actor: Actor): Promise<PlatformSummary[]> {
    return this.work.run(actor, async (tx) => {
      const known = new Map((await this.activity.overview(tx)).map((activity) => [activity.registrationId, activity]));
      const registrations = await this.registrations.list(tx);
      return registrations.map((registration) => ({
        registration,
        activity: known.get(registration.id) ?? unused(registration.id),
      }));
    });
  }

  async one(actor: Actor, id: string): Promise<PlatformDetail> {
    return this.work.run(actor, async (tx) => {
      const registration = await this.registrations.find(tx, id);
      if (!registration) throw new Problem(notFound);
      const [activity = unused(id)] = await this.activity.overview(tx, id);
      const deployments = await this.deployments.list(tx, id);
      const handlers = await this.handlers.ofRegistration(tx, id);
      return { registration, activity, deployments, handlers, troubles: await this.activity.troubles(tx, id) };
    });
  }
}

function unused(registrationId: string): PlatformActivity {
  return { registrationId, pendingDeployments: 0, contexts: 0, lastLaunchAt: null };
}
