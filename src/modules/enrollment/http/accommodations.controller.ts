import { Body, Controller, Delete, Get, HttpCode, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, RoleAccess } from '../../../platform/http/access.js';
import { IdParam } from '../../../platform/http/id-param.js';
import { ArrangeAccommodation } from '../use-cases/arrange-accommodation.js';
import { AccommodationView, GrantAccommodationDto } from './enrollment.dto.js';
import { presentAccommodation } from './present-accommodation.js';

@ApiTags('Accommodations')
@Controller('api/v1/members/:personId/accommodation')
export class AccommodationsController {
  constructor(private readonly arrange: ArrangeAccommodation) {}

  /** The standing arrangement of a person. */
  @Get()
  @RoleAccess('enrollment:read', 'office', 'admin')
  @ApiOkResponse({ type: AccommodationView })
  async getAccommodation(@CurrentActor() actor: Actor, @IdParam('personId') personId: string): Promise<AccommodationView> {
    return presentAccommodation(await this.arrange.find(actor, personId));
  }

  /** Grant one; it replaces the one before. */
  @Put()
  @RoleAccess('enrollment:write', 'office', 'admin')
  @ApiOkResponse({ type: AccommodationView })
  async grantAccommodation(
    @CurrentActor() actor: Actor,
    @IdParam('personId') personId: string,
    @Body() body: GrantAccommodationDto,
  ): Promise<AccommodationView> {
    return presentAccommodation(await this.arrange.grant(actor, personId, body));
  }

  /** End it for what comes. */
  @Delete()
  @HttpCode(204)
  @RoleAccess('enrollment:write', 'office', 'admin')
  @ApiNoContentResponse()
  async endAccommodation(@CurrentActor() actor: Actor, @IdParam('personId') personId: string): Promise<void> {
    await this.arrange.end(actor, personId);
  }
}
