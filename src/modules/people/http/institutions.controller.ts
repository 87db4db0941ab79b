import { Body, Controller, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiResponse, ApiTags } from '@nestjs/swagger';
import { CurrentPerson, type SignedIn, SignedInAccess } from '../../../platform/http/access.js';
import { OpenInstitution } from '../use-cases/open-institution.js';
import { InstitutionBriefView } from './account.dto.js';
import { OpenInstitutionDto } from './institution.dto.js';
import { presentInstitutionBrief } from './present-account.js';

@ApiTags('Institution')
@Controller('api/v1/institutions')
export class InstitutionsController {
  constructor(private readonly open: OpenInstitution) {}

  /** Open an institution on this installation, with you as its first administrator. For operators. */
  @Post()
  @SignedInAccess()
  @ApiCreatedResponse({ type: InstitutionBriefView })
  @ApiResponse({ status: 403, description: 'You do not run this installation.' })
  @ApiResponse({ status: 409, description: 'The short name is taken.' })
  async openInstitution(@CurrentPerson() person: SignedIn, @Body() body: OpenInstitutionDto): Promise<InstitutionBriefView> {
    return presentInstitutionBrief(await this.open.run(person, body));
  }
}
