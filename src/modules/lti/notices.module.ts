import { Module } from '@nestjs/common';
import { ContextCopiesRepository } from './data/context-copies.repository.js';
import { NoticeHandlersRepository } from './data/notice-handlers.repository.js';
import { LtiNoticeRequestsController } from './http/notice-requests.controller.js';
import { NoticesController } from './http/notices.controller.js';
import { RegisterNoticeHandlerHandler } from './jobs/register-notice-handler.handler.js';
import { LtiModule } from './lti.module.js';
import { PlatformKeys } from './use-cases/launch/platform-keys.js';
import { ProveToken } from './use-cases/launch/prove-token.js';
import { AskAgainForNotices } from './use-cases/notices/ask-again-for-notices.js';
import { AskForNotices } from './use-cases/notices/ask-for-notices.js';
import { ReceiveNotice } from './use-cases/notices/receive-notice.js';
import { RegisterNoticeHandler } from './use-cases/notices/register-notice-handler.js';

const shared = [ContextCopiesRepository, NoticeHandlersRepository, PlatformKeys, ProveToken, AskForNotices];

/** What platforms say of their own accord, and what it takes to believe them. */
@Module({ imports: [LtiModule], providers: shared, exports: shared })
export class LtiNoticesModule {}

@Module({
  imports: [LtiModule, LtiNoticesModule],
  providers: [AskAgainForNotices, ReceiveNotice],
  controllers: [NoticesController, LtiNoticeRequestsController],
})
export class LtiNoticesHttpModule {}

@Module({
  imports: [LtiModule, LtiNoticesModule],
  providers: [RegisterNoticeHandler, RegisterNoticeHandlerHandler],
})
export class LtiNoticesJobsModule {}
