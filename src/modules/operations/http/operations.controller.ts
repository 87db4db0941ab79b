import { Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, RoleAccess } from '../../../platform/http/access.js';
import { IdParam } from '../../../platform/http/id-param.js';
import { type Page, page, PageOf, PageQuery } from '../../../platform/http/paging.js';
import { LookAfterDeadLetters } from '../use-cases/look-after-dead-letters.js';
import { ReadHealth } from '../use-cases/read-health.js';
import { DeadLetterView, HealthView } from './operations.dto.js';
import { presentDeadLetter, presentHealth } from './present-operations.js';

@ApiTags('Operations')
@Controller('api/v1')
export class OperationsController {
  constructor(
    private readonly health: ReadHealth,
    private readonly letters: LookAfterDeadLetters,
  ) {}

  /** How Cairn is, from the checks of `cairn doctor`, and how its work gets on. Checks are made every ten seconds at most. */
  @Get('health-report')
  @RoleAccess('institution:read', 'admin')
  @ApiOkResponse({ type: HealthView })
  async readHealthReport(@CurrentActor() actor: Actor): Promise<HealthView> {
    return presentHealth(await this.health.run(actor));
  }

  /** Work that was given up, the newest first. */
  @Get('dead-letters')
  @RoleAccess('institution:read', 'admin')
  @ApiOkResponse({ type: PageOf(DeadLetterView) })
  async listDeadLetters(@CurrentActor() actor: Actor, @Query() query: PageQuery): Promise<Page<DeadLetterView>> {
    const rows = await this.letters.list(actor, query);
    return page(rows, query.limit, ({ deadAt: at, id }) => ({ at, id }), presentDeadLetter);
  }

  /** Try it again, with all its tries. */
  @Post('dead-letters/:id/redrives')
  @HttpCode(204)
  @RoleAccess('institution:write', 'admin')
  @ApiNoContentResponse()
  async redriveDeadLetter(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<void> {
    await this.letters.redrive(actor, id);
  }
}
