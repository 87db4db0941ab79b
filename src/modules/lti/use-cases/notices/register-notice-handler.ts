import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import type { InstitutionScope } from '../../../../platform/database/scope.js';
import { UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import { NoticeHandlersRepository } from '../../data/notice-handlers.repository.js';
import { RegistrationsRepository } from '../../data/registrations.repository.js';
import { isFinal } from '../../domain/notice-state.js';
import { COPY_NOTICE } from '../../domain/read-notice.js';
import { SERVICE_SCOPES } from '../../domain/service-scopes.js';
import { PlatformServices } from '../services/platform-services.js';

/** Tells a platform where it may send its notices of copied courses (Platform Notification Service 1.0 §3). */
@Injectable()
export class RegisterNoticeHandler {
  constructor(
    private readonly work: UnitOfWork,
    private readonly handlers: NoticeHandlersRepository,
    private readonly registrations: RegistrationsRepository,
    private readonly services: PlatformServices,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Throws where it may be tried again. No transaction is open while the platform is waited for. */
  async run(scope: InstitutionScope, deploymentId: string, signal?: AbortSignal): Promise<void> {
    const wish = await this.work.read(scope, (tx) => this.handlers.find(tx, deploymentId));
    const platform = wish && (await this.work.read(scope, (tx) => this.registrations.find(tx, wish.registrationId)));
    if (!wish || wish.registeredAt !== null || platform?.state !== 'active') return;
    const reply = await this.services.call(platform, {
      method: 'PUT',
      url: wish.serviceUrl,
      scopes: wish.scopes.filter((one) => one === SERVICE_SCOPES.notices),
      needed: [SERVICE_SCOPES.notices],
      headers: { accept: 'application/json', 'content-type': 'application/json' },
      body: JSON.stringify({ notice_type: COPY_NOTICE, handler: wish.handler }),
      signal,
    });
    const problem = reply.ok ? null : reply.problem;
    // Written down also where it is tried again: an administrator may be waiting for it.
    await this.work.run(scope, (tx) => this.handlers.record(tx, wish, problem, this.clock.now()));
    if (problem !== null && !isFinal(problem))
      throw new Error(`The platform was not told of our address for notices: ${problem}`);
  }
}
