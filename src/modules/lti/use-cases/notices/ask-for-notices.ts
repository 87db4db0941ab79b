import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import { Environment } from '../../../../platform/config/environment.js';
import type { Tx } from '../../../../platform/database/unit-of-work.js';
import { newId } from '../../../../platform/ids.js';
import { enqueue } from '../../../../platform/queue/enqueue.js';
import type { Deployment } from '../../data/deployments.repository.js';
import { NoticeHandlersRepository } from '../../data/notice-handlers.repository.js';
import type { NoticeService } from '../../domain/message.js';
import { COPY_NOTICE } from '../../domain/read-notice.js';
import { toolAddresses } from '../../domain/tool-addresses.js';
import { registerNoticeHandler } from '../../jobs/register-notice-handler.js';

/** Has a platform told, by the worker, that we want its notices of copied courses: once for each deployment, and when an address changes. */
@Injectable()
export class AskForNotices {
  constructor(
    private readonly handlers: NoticeHandlersRepository,
    private readonly environment: Environment,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** In the caller's transaction. */
  async in(tx: Tx, { id: deploymentId, institutionId }: Deployment, service: NoticeService | null): Promise<void> {
    if (!service?.url || !service.types.includes(COPY_NOTICE)) return;
    const now = this.clock.now();
    const { notices: handler } = toolAddresses(this.environment.publicUrl);
    const wish = { deploymentId, institutionId, serviceUrl: service.url, scopes: service.scopes, handler, askedAt: now };
    if (!(await this.handlers.wish(tx, wish))) return;
    await enqueue(tx, registerNoticeHandler, { deploymentId }, { institutionId, dedupeKey: newId(now.getTime()), now });
  }
}
