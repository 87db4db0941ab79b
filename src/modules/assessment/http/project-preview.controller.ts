import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, RoleAccess } from '../../../platform/http/access.js';
import { IdParam } from '../../../platform/http/id-param.js';
import { PreviewQuery } from '../../learning/index.js';
import { PreviewProject } from '../use-cases/preview-project.js';
import { presentProject } from './present-project.js';
import { ProjectView } from './project.dto.js';

@ApiTags('Preview')
@Controller('api/v1/micro-credentials/:id/preview/project')
export class ProjectPreviewController {
  constructor(private readonly project: PreviewProject) {}

  /** The project of the draft, as it stands before a learner there. */
  @Get()
  @RoleAccess('catalog:read', 'instructor', 'admin')
  @ApiOkResponse({ type: ProjectView })
  async previewProject(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Query() { standing }: PreviewQuery,
  ): Promise<ProjectView> {
    return presentProject(await this.project.run(actor, id, standing), actor);
  }
}
