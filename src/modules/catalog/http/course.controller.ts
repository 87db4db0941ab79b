import { Body, Controller, Get, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiExtraModels, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, RoleAccess } from '../../../platform/http/access.js';
import { Idempotent, IfMatch } from '../../../platform/http/api.js';
import { IdParam } from '../../../platform/http/id-param.js';
import { type Page, PageOf } from '../../../platform/http/paging.js';
import { ExpectedVersion } from '../../../platform/http/versions.js';
import { AddActivity } from '../use-cases/add-activity.js';
import { ArrangeActivities } from '../use-cases/arrange-activities.js';
import { ChangeCourse } from '../use-cases/change-course.js';
import { CreateCourse } from '../use-cases/create-course.js';
import { DuplicateCourse } from '../use-cases/duplicate-course.js';
import { ReadCourses } from '../use-cases/read-courses.js';
import { ACTIVITY_MODELS, ActivityListView, ActivityOrderDto, ActivityView, AddActivityDto } from './activity.dto.js';
import { ChangeCourseDto, CourseSummaryView, CourseView, CreateCourseDto } from './course.dto.js';
import { presentActivity, presentActivitySummary, presentCourse, presentListedCourse } from './present-course.js';
import { TitleSearch } from './title-search.js';

@ApiTags('Courses')
@ApiExtraModels(...ACTIVITY_MODELS)
@Controller('api/v1/courses')
export class CourseController {
  constructor(
    private readonly readCourses: ReadCourses,
    private readonly createOne: CreateCourse,
    private readonly changeOne: ChangeCourse,
    private readonly duplicateOne: DuplicateCourse,
    private readonly addOne: AddActivity,
    private readonly arrange: ArrangeActivities,
  ) {}

  /** The institution's courses, newest first; with `q`, those with these letters in the title. */
  @Get()
  @RoleAccess('catalog:read', 'instructor', 'office', 'admin')
  @ApiOkResponse({ type: PageOf(CourseSummaryView) })
  async listCourses(@CurrentActor() actor: Actor, @Query() { limit, cursor, q }: TitleSearch): Promise<Page<CourseSummaryView>> {
    const { items, next } = await this.readCourses.list(actor, limit, cursor, q);
    return { items: items.map(presentListedCourse), next };
  }

  /** Begin a course. */
  @Post()
  @RoleAccess('catalog:write', 'instructor', 'admin')
  @Idempotent()
  @ApiCreatedResponse({ type: CourseView })
  async createCourse(@CurrentActor() actor: Actor, @Body() body: CreateCourseDto): Promise<CourseView> {
    return presentCourse(actor, await this.createOne.run(actor, { attribution: null, ...body }));
  }

  @Get(':id')
  @RoleAccess('catalog:read', 'instructor', 'office', 'admin')
  @ApiOkResponse({ type: CourseView })
  async getCourse(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<CourseView> {
    return presentCourse(actor, await this.readCourses.one(actor, id));
  }

  /** Change how the course describes itself. */
  @Patch(':id')
  @RoleAccess('catalog:write', 'instructor', 'admin')
  @IfMatch()
  @ApiOkResponse({ type: CourseView })
  async changeCourse(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @ExpectedVersion() version: number,
    @Body() body: ChangeCourseDto,
  ): Promise<CourseView> {
    return presentCourse(actor, await this.changeOne.run(actor, id, version, body));
  }

  /** A course of its own with the same activities. */
  @Post(':id/duplicate')
  @RoleAccess('catalog:write', 'instructor', 'admin')
  @Idempotent()
  @ApiCreatedResponse({ type: CourseView })
  async duplicateCourse(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<CourseView> {
    return presentCourse(actor, await this.duplicateOne.run(actor, id));
  }

  /** The activities in their order, without their bodies. */
  @Get(':id/activities')
  @RoleAccess('catalog:read', 'instructor', 'office', 'admin')
  @ApiOkResponse({ type: ActivityListView })
  async listActivities(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<ActivityListView> {
    return { items: (await this.readCourses.activitiesOf(actor, id)).map(presentActivitySummary) };
  }

  /** Add an activity. */
  @Post(':id/activities')
  @RoleAccess('catalog:write', 'instructor', 'admin')
  @Idempotent()
  @ApiCreatedResponse({ type: ActivityView })
  async addActivity(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: AddActivityDto): Promise<ActivityView> {
    return presentActivity(await this.addOne.run(actor, id, body));
  }

  /** Put the activities into another order. If-Match is the ETag of the course. */
  @Put(':id/activity-order')
  @RoleAccess('catalog:write', 'instructor', 'admin')
  @IfMatch()
  @ApiOkResponse({ type: CourseView })
  async arrangeActivities(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @ExpectedVersion() version: number,
    @Body() { activityIds }: ActivityOrderDto,
  ): Promise<CourseView> {
    return presentCourse(actor, await this.arrange.run(actor, id, version, activityIds));
  }
}
