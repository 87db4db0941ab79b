import { Module } from '@nestjs/common';
import { NearDeadlinesRepository } from './data/near-deadlines.repository.js';
import { NoticesRepository } from './data/notices.repository.js';
import { NoticesController } from './http/notices.controller.js';
import { ChooseNotices } from './use-cases/choose-notices.js';
import { OwnNotices } from './use-cases/own-notices.js';
import { TellDeadlines } from './use-cases/tell-deadlines.js';

/** What the scheduler does. What happens elsewhere is told there, by `notify`. */
@Module({ providers: [NearDeadlinesRepository, TellDeadlines], exports: [TellDeadlines] })
export class NotificationsModule {}

@Module({
  imports: [NotificationsModule],
  providers: [NoticesRepository, OwnNotices, ChooseNotices],
  controllers: [NoticesController],
})
export class NotificationsHttpModule {}
