import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, RoleAccess } from '../../../platform/http/access.js';
import { IfMatch } from '../../../platform/http/api.js';
import { ExpectedVersion } from '../../../platform/http/versions.js';
import { DescribeInstitution } from '../use-cases/describe-institution.js';
import { ReadInstitution } from '../use-cases/read-institution.js';
import { DescribeInstitutionDto, InstitutionView } from './institution.dto.js';
import { presentInstitution } from './present-institution.js';

@ApiTags('Institution')
@Controller('api/v1/institution')
export class InstitutionController {
  constructor(
    private readonly readInstitution: ReadInstitution,
    private readonly describeInstitution: DescribeInstitution,
  ) {}

  /** The institution you act for. */
  @Get()
  @RoleAccess('institution:read', 'learner', 'instructor', 'assessor', 'office', 'admin')
  @ApiOkResponse({ type: InstitutionView })
  async getInstitution(@CurrentActor() actor: Actor): Promise<InstitutionView> {
    return presentInstitution(await this.readInstitution.acting(actor));
  }

  /** Change how it presents itself. */
  @Patch()
  @RoleAccess('institution:write', 'admin')
  @IfMatch()
  @ApiOkResponse({ type: InstitutionView })
  async describe(
    @CurrentActor() actor: Actor,
    @ExpectedVersion() version: number,
    @Body() body: DescribeInstitutionDto,
  ): Promise<InstitutionView> {
    return presentInstitution(await this.describeInstitution.run(actor, version, body));
  }
}
