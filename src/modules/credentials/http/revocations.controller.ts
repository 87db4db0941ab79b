import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, RoleAccess } from '../../../platform/http/access.js';
import { Idempotent } from '../../../platform/http/api.js';
import { IdParam } from '../../../platform/http/id-param.js';
import { page, PageOf, PageQuery } from '../../../platform/http/paging.js';
import { Problem } from '../../../platform/http/problem.js';
import { invalidFields } from '../../../platform/http/problems.js';
import { PlanRevocations } from '../use-cases/status/plan-revocations.js';
import { presentRevocationRow, presentRevocations } from './present-revocations.js';
import { PlanRevocationsDto, RevocationRowView, RevocationsView } from './revocation.dto.js';

const RevocationsPage = PageOf(RevocationsView);
const RevocationRowPage = PageOf(RevocationRowView);

/** Long enough to see that it was the wrong list. */
const UNDO_SECONDS = 300;

@ApiTags('Credentials')
@Controller('api/v1/credential-revocations')
export class RevocationsController {
  constructor(private readonly plan: PlanRevocations) {}

  /** Take many back, for good, once the time to call it off is over. */
  @Post()
  @RoleAccess('credentials:write', 'office', 'admin')
  @Idempotent()
  @ApiCreatedResponse({ type: RevocationsView })
  async planRevocations(@CurrentActor() actor: Actor, @Body() body: PlanRevocationsDto): Promise<RevocationsView> {
    const { reason, undoSeconds = UNDO_SECONDS } = body;
    return presentRevocations(await this.plan.run(actor, { targets: targetsOf(body), reason, undoSeconds }));
  }

  /** Such plans, newest first. */
  @Get()
  @RoleAccess('credentials:read', 'office', 'admin')
  @ApiOkResponse({ type: RevocationsPage })
  async listRevocations(@CurrentActor() actor: Actor, @Query() query: PageQuery): Promise<InstanceType<typeof RevocationsPage>> {
    return page(
      await this.plan.list(actor, query),
      query.limit,
      ({ requestedAt, id }) => ({ at: requestedAt, id }),
      presentRevocations,
    );
  }

  /** How far one has come. */
  @Get(':id')
  @RoleAccess('credentials:read', 'office', 'admin')
  @ApiOkResponse({ type: RevocationsView })
  async getRevocations(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<RevocationsView> {
    return presentRevocations(await this.plan.one(actor, id));
  }

  /** What became of each credential. */
  @Get(':id/rows')
  @RoleAccess('credentials:read', 'office', 'admin')
  @ApiOkResponse({ type: RevocationRowPage })
  async listRevocationRows(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Query() query: PageQuery,
  ): Promise<InstanceType<typeof RevocationRowPage>> {
    return page(
      await this.plan.rows(actor, id, query),
      query.limit,
      // They are in the order of their ids alone.
      ({ credentialId }) => ({ at: new Date(0), id: credentialId }),
      presentRevocationRow,
    );
  }

  /** Call it off, while there is time. */
  @Post(':id/cancellation')
  @RoleAccess('credentials:write', 'office', 'admin')
  @Idempotent()
  @ApiCreatedResponse({ type: RevocationsView })
  async cancelRevocations(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<RevocationsView> {
    return presentRevocations(await this.plan.cancel(actor, id));
  }
}

function targetsOf({ credentialIds, offeringId, editionId }: PlanRevocationsDto) {
  const given = [
    ...(credentialIds ? [{ credentialIds }] : []),
    ...(offeringId ? [{ offeringId }] : []),
    ...(editionId ? [{ editionId }] : []),
  ];
  const [targets] = given;
  if (targets && given.length === 1) return targets;
  const detail = 'Give exactly one of credentialIds, offeringId and editionId.';
  throw new Problem(invalidFields, { errors: [{ field: 'credentialIds', code: 'choice', detail }] });
}
