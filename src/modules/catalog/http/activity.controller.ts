import { Body, Controller, Delete, Get, HttpCode, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiExtraModels, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, RoleAccess } from '../../../platform/http/access.js';
import { Idempotent, IfMatch } from '../../../platform/http/api.js';
import { IdParam } from '../../../platform/http/id-param.js';
import { ExpectedVersion } from '../../../platform/http/versions.js';
import { ChangeActivity } from '../use-cases/change-activity.js';
import { DuplicateActivity } from '../use-cases/duplicate-activity.js';
import { PreviewActivity } from '../use-cases/preview-activity.js';
import { ReadCourses } from '../use-cases/read-courses.js';
import { RemoveActivity } from '../use-cases/remove-activity.js';
import { ACTIVITY_MODELS, ActivityView, ChangeActivityDto, PagePreviewView } from './activity.dto.js';
import { presentActivity } from './present-course.js';

@ApiTags('Courses')
@ApiExtraModels(...ACTIVITY_MODELS)
@Controller('api/v1/activities')
export class ActivityController {
  constructor(
    private readonly readCourses: ReadCourses,
    private readonly changeOne: ChangeActivity,
    private readonly removeOne: RemoveActivity,
    private readonly duplicateOne: DuplicateActivity,
    private readonly preview: PreviewActivity,
  ) {}

  /** With its body, right answers included. */
  @Get(':id')
  @RoleAccess('catalog:read', 'instructor', 'office', 'admin')
  @ApiOkResponse({ type: ActivityView })
  async getActivity(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<ActivityView> {
    return presentActivity(await this.readCourses.activity(actor, id));
  }

  /** A body, where one is sent, replaces the whole body. */
  @Patch(':id')
  @RoleAccess('catalog:write', 'instructor', 'admin')
  @IfMatch()
  @ApiOkResponse({ type: ActivityView })
  async changeActivity(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @ExpectedVersion() version: number,
    @Body() body: ChangeActivityDto,
  ): Promise<ActivityView> {
    return presentActivity(await this.changeOne.run(actor, id, version, body));
  }

  /** Take it out of its course. Editions that froze it keep it. */
  @Delete(':id')
  @HttpCode(204)
  @RoleAccess('catalog:write', 'instructor', 'admin')
  @IfMatch()
  @ApiNoContentResponse()
  async removeActivity(@CurrentActor() actor: Actor, @IdParam() id: string, @ExpectedVersion() version: number): Promise<void> {
    await this.removeOne.run(actor, id, version);
  }

  /** A copy right behind it. */
  @Post(':id/duplicate')
  @RoleAccess('catalog:write', 'instructor', 'admin')
  @Idempotent()
  @ApiCreatedResponse({ type: ActivityView })
  async duplicateActivity(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<ActivityView> {
    return presentActivity(await this.duplicateOne.run(actor, id));
  }

  /** A page as learners would see it, and the pictures that are missing. */
  @Get(':id/preview')
  @RoleAccess('catalog:read', 'instructor', 'office', 'admin')
  @ApiOkResponse({ type: PagePreviewView })
  async previewActivity(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<PagePreviewView> {
    return this.preview.run(actor, id);
  }
}
