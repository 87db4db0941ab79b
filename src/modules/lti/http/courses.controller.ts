import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, RoleAccess } from '../../../platform/http/access.js';
import { IdParam } from '../../../platform/http/id-param.js';
import { type Page, page, PageOf, PageQuery } from '../../../platform/http/paging.js';
import { ReadCourses } from '../use-cases/rosters/read-courses.js';
import { RequestReading } from '../use-cases/rosters/request-reading.js';
import { LtiCourseView, LtiRosterReadingDto } from './courses.dto.js';
import { presentCourse } from './present-courses.js';

@ApiTags('LMS platforms')
@Controller('api/v1/lti')
export class LtiCoursesController {
  constructor(
    private readonly courses: ReadCourses,
    private readonly requestReading: RequestReading,
  ) {}

  /** The courses of a platform in which Cairn was opened, the last one first, and how reading their members gets on. */
  @Get('platforms/:id/courses')
  @RoleAccess('institution:read', 'office', 'admin')
  @ApiOkResponse({ type: PageOf(LtiCourseView) })
  async listLtiCourses(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Query() query: PageQuery,
  ): Promise<Page<LtiCourseView>> {
    const rows = await this.courses.ofPlatform(actor, id, query);
    return page(rows, query.limit, ({ lastLaunchAt: at, id: last }) => ({ at, id: last }), presentCourse);
  }

  /** Have all members of a course read from its platform now. What comes of it, the list of courses tells soon. */
  @Post('courses/:id/roster-readings')
  @HttpCode(202)
  @RoleAccess('institution:write', 'office', 'admin')
  @ApiAcceptedResponse()
  @ApiResponse({
    status: 409,
    description: 'The platform does not offer it, nothing is shown there yet, or it is switched off here.',
  })
  async readLtiRoster(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Body() { mayLeave }: LtiRosterReadingDto,
  ): Promise<void> {
    await this.requestReading.run(actor, id, mayLeave ?? null);
  }
}
