import { Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, RoleAccess } from '../../../platform/http/access.js';
import { OwnFeed } from '../use-cases/own-feed.js';
import { ReadCalendar } from '../use-cases/read-calendar.js';
import { CalendarFeedView, CalendarView, NewCalendarFeedView } from './calendar.dto.js';
import { presentCalendar } from './present-calendar.js';

@ApiTags('Learning')
@Controller('api/v1/me')
export class CalendarController {
  constructor(
    private readonly calendar: ReadCalendar,
    private readonly feed: OwnFeed,
  ) {}

  /** Everything of yours that has a date: begins and ends, what opens, what is due, and the study time that you planned. */
  @Get('calendar')
  @RoleAccess('learning:read', 'learner', 'instructor', 'assessor', 'office', 'admin')
  @ApiOkResponse({ type: CalendarView })
  async getMyCalendar(@CurrentActor() actor: Actor): Promise<CalendarView> {
    return presentCalendar(await this.calendar.run(actor));
  }

  /** Whether your calendar has an address for other programs. */
  @Get('calendar-feed')
  @RoleAccess('learning:read', 'learner', 'instructor', 'assessor', 'office', 'admin')
  @ApiOkResponse({ type: CalendarFeedView })
  async getMyCalendarFeed(@CurrentActor() actor: Actor): Promise<CalendarFeedView> {
    return { createdAt: (await this.feed.createdAt(actor))?.toISOString() ?? null };
  }

  /** Make an address at which other programs read your calendar. The one before stops working. */
  @Post('calendar-feed')
  @RoleAccess('learning:write', 'learner', 'instructor', 'assessor', 'office', 'admin')
  @ApiCreatedResponse({ type: NewCalendarFeedView })
  async makeMyCalendarFeed(@CurrentActor() actor: Actor): Promise<NewCalendarFeedView> {
    const { url, createdAt } = await this.feed.make(actor);
    return { url, createdAt: createdAt.toISOString() };
  }

  /** Turn the address off. */
  @Delete('calendar-feed')
  @HttpCode(204)
  @RoleAccess('learning:write', 'learner', 'instructor', 'assessor', 'office', 'admin')
  @ApiNoContentResponse()
  async turnMyCalendarFeedOff(@CurrentActor() actor: Actor): Promise<void> {
    await this.feed.turnOff(actor);
  }
}
