import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, RoleAccess } from '../../../platform/http/access.js';
import { Idempotent } from '../../../platform/http/api.js';
import { IdParam } from '../../../platform/http/id-param.js';
import { page, PageOf } from '../../../platform/http/paging.js';
import { DecideCorrection } from '../use-cases/superseding/decide-correction.js';
import { RequestCorrection } from '../use-cases/superseding/request-correction.js';
import { CorrectionQuery, CorrectionRequestView, DecideCorrectionDto } from './correction.dto.js';
import { RequestCorrectionDto } from './credential.dto.js';
import { presentCorrection } from './present-correction.js';

const CorrectionRequestPage = PageOf(CorrectionRequestView);

@ApiTags('Credentials')
@Controller('api/v1')
export class CorrectionsController {
  constructor(
    private readonly request: RequestCorrection,
    private readonly decide: DecideCorrection,
  ) {}

  /** Ask for the name on your own credential to be corrected. */
  @Post('credentials/:id/correction-requests')
  @RoleAccess('credentials:write', 'learner', 'instructor', 'assessor', 'office', 'admin')
  @Idempotent()
  @ApiCreatedResponse({ type: CorrectionRequestView })
  async requestCorrection(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Body() body: RequestCorrectionDto,
  ): Promise<CorrectionRequestView> {
    return presentCorrection(await this.request.run(actor, id, body));
  }

  /** Requests for corrections, oldest first: all for the office, your own otherwise. */
  @Get('credential-correction-requests')
  @RoleAccess('credentials:read', 'learner', 'instructor', 'assessor', 'office', 'admin')
  @ApiOkResponse({ type: CorrectionRequestPage })
  async listCorrectionRequests(
    @CurrentActor() actor: Actor,
    @Query() query: CorrectionQuery,
  ): Promise<InstanceType<typeof CorrectionRequestPage>> {
    return page(
      await this.decide.list(actor, { ...query, mine: query.mine === 'yes' }),
      query.limit,
      ({ requestedAt, id }) => ({ at: requestedAt, id }),
      presentCorrection,
    );
  }

  /** Accept a request, which supersedes the credential with a corrected form, or decline it. The learner hears of it. */
  @Post('credential-correction-requests/:id/decision')
  @RoleAccess('credentials:write', 'office', 'admin')
  @Idempotent()
  @ApiCreatedResponse({ type: CorrectionRequestView })
  async decideCorrection(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Body() body: DecideCorrectionDto,
  ): Promise<CorrectionRequestView> {
    return presentCorrection(await this.decide.run(actor, id, body));
  }
}
