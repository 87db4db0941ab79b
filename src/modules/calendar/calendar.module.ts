import { Module } from '@nestjs/common';
import { AssessmentModule } from '../assessment/index.js';
import { CalendarFeedsRepository } from './data/calendar-feeds.repository.js';
import { CalendarController } from './http/calendar.controller.js';
import { FeedController } from './http/feed.controller.js';
import { OwnFeed } from './use-cases/own-feed.js';
import { ReadCalendar } from './use-cases/read-calendar.js';
import { ReadFeed } from './use-cases/read-feed.js';

@Module({
  imports: [AssessmentModule],
  providers: [CalendarFeedsRepository, OwnFeed, ReadCalendar, ReadFeed],
  controllers: [CalendarController, FeedController],
})
export class CalendarHttpModule {}
