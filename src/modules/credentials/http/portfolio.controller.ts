import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, RoleAccess } from '../../../platform/http/access.js';
import { IfMatch } from '../../../platform/http/api.js';
import { ExpectedVersion } from '../../../platform/http/versions.js';
import { ArrangePortfolio } from '../use-cases/sharing/arrange-portfolio.js';
import { PublicDocuments } from '../use-cases/sharing/public-documents.js';
import { presentPortfolio } from './present-sharing.js';
import { PortfolioDto, PortfolioView } from './sharing.dto.js';

@ApiTags('Credentials')
@Controller('api/v1/portfolio')
export class PortfolioController {
  constructor(
    private readonly arrange: ArrangePortfolio,
    private readonly documents: PublicDocuments,
  ) {}

  /** Your page of chosen badges. */
  @Get()
  @RoleAccess('credentials:read', 'learner', 'instructor', 'assessor', 'office', 'admin')
  @ApiOkResponse({ type: PortfolioView })
  async getPortfolio(@CurrentActor() actor: Actor): Promise<PortfolioView> {
    return presentPortfolio(await this.arrange.standing(actor), this.documents.addresses);
  }

  /** Choose what it shows, and whether anybody sees it. */
  @Put()
  @RoleAccess('credentials:write', 'learner', 'instructor', 'assessor', 'office', 'admin')
  @IfMatch()
  @ApiOkResponse({ type: PortfolioView })
  async arrangePortfolio(
    @CurrentActor() actor: Actor,
    @ExpectedVersion() version: number,
    @Body() body: PortfolioDto,
  ): Promise<PortfolioView> {
    return presentPortfolio(await this.arrange.run(actor, version, body), this.documents.addresses);
  }
}
