import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import { UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../../platform/http/access.js';
import { Problem } from '../../../../platform/http/problem.js';
import { notFound } from '../../../../platform/http/problems.js';
import { newId } from '../../../../platform/ids.js';
import { enqueue } from '../../../../platform/queue/enqueue.js';
import { DeploymentsRepository } from '../../data/deployments.repository.js';
import { NoticeHandlersRepository } from '../../data/notice-handlers.repository.js';
import { RegistrationsRepository } from '../../data/registrations.repository.js';
import { type WhyNotAsked, whyNotAsked } from '../../domain/notice-state.js';
import { registerNoticeHandler } from '../../jobs/register-notice-handler.js';
import { noticesNotAskable } from '../../problems.js';
import { recordPlatformChange } from '../registering/record-platform-change.js';

/** Has a platform asked once more to send notices, because somebody changed there what it refused for. */
@Injectable()
export class AskAgainForNotices {
  constructor(
    private readonly work: UnitOfWork,
    private readonly registrations: RegistrationsRepository,
    private readonly deployments: DeploymentsRepository,
    private readonly handlers: NoticeHandlersRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Throws `lti.notices_not_askable`. While it is being asked anyhow, nothing is to be done. */
  async run(actor: Actor, registrationId: string, id: string): Promise<void> {
    const { institutionId } = actor;
    await this.work.run(actor, async (tx) => {
      const registration = await this.registrations.find(tx, registrationId);
      const deployment = await this.deployments.findLocked(tx, registrationId, id);
      if (!registration || !deployment) throw new Problem(notFound);
      const handler = await this.handlers.find(tx, id);
      const inUse = registration.state === 'active' && deployment.state === 'approved';
      const reason = whyNotAsked({ inUse, handler });
      if (reason) throw new Problem(noticesNotAskable, { detail: WHY_NOT[reason], facts: { reason } });
      if (handler?.problem === null && !handler.isGivenUp) return;
      const now = this.clock.now();
      await this.handlers.askAgain(tx, id, now);
      await enqueue(tx, registerNoticeHandler, { deploymentId: id }, { institutionId, dedupeKey: newId(now.getTime()), now });
      const subject = { type: 'lti_registration', id: registrationId } as const;
      await recordPlatformChange(tx, actor, 'lti.notices_requested', subject, now, { deployment: id });
    });
  }
}

const WHY_NOT: Readonly<Record<WhyNotAsked, string>> = {
  not_offered: 'The platform never said that it tells of copied courses. Open Cairn there once.',
  taken: 'The platform has our address already: there is nothing to do.',
  off: 'The platform or its deployment is switched off here.',
};
