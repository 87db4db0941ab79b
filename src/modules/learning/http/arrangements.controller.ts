import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, RoleAccess } from '../../../platform/http/access.js';
import { Idempotent } from '../../../platform/http/api.js';
import { IdParam } from '../../../platform/http/id-param.js';
import { MoveEdition } from '../use-cases/move-edition.js';
import { ReadArrangements } from '../use-cases/read-arrangements.js';
import { WaiveActivities } from '../use-cases/waive-activities.js';
import { ArrangementsView, EditionMoveQuery, EditionMoveView, MoveEditionDto, WaiveDto, WaiverView } from './arrangements.dto.js';
import { presentArrangement } from './present-arrangement.js';
import { presentEditionMove } from './present-edition-move.js';
import { readWaiverWish } from './read-waiver-wish.js';

@ApiTags('Learning')
@Controller('api/v1/enrollments/:id')
export class ArrangementsController {
  constructor(
    private readonly waivers: WaiveActivities,
    private readonly moveEdition: MoveEdition,
    private readonly arrangements: ReadArrangements,
  ) {}

  /** What was arranged for the learner: more time, waivers, moves, each with its reason. */
  @Get('arrangements')
  @RoleAccess('learning:read', 'instructor', 'office', 'admin')
  @ApiOkResponse({ type: ArrangementsView })
  async listArrangements(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<ArrangementsView> {
    return { items: (await this.arrangements.run(actor, id)).map(presentArrangement) };
  }

  /** Let an activity, or all that a course requires, count as done. Never for yourself. */
  @Post('waivers')
  @RoleAccess('learning:write', 'instructor', 'office', 'admin')
  @Idempotent()
  @ApiCreatedResponse({ type: WaiverView })
  async waiveActivities(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: WaiveDto): Promise<WaiverView> {
    const { waivedAt, ...waiver } = await this.waivers.run(actor, id, readWaiverWish(body), body.reason);
    return { ...waiver, waivedAt: waivedAt.toISOString() };
  }

  /** What moving the learner to another edition would mean. Changes nothing. */
  @Get('edition-move')
  @RoleAccess('learning:read', 'instructor', 'office', 'admin')
  @ApiOkResponse({ type: EditionMoveView })
  async previewEditionMove(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Query() { editionId }: EditionMoveQuery,
  ): Promise<EditionMoveView> {
    return presentEditionMove(await this.moveEdition.preview(actor, id, editionId));
  }

  /** Move the learner to another edition of the same micro-credential. */
  @Post('edition-move')
  @RoleAccess('learning:write', 'instructor', 'office', 'admin')
  @Idempotent()
  @ApiCreatedResponse({ type: EditionMoveView })
  async moveToEdition(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Body() { editionId, reason }: MoveEditionDto,
  ): Promise<EditionMoveView> {
    return presentEditionMove(await this.moveEdition.run(actor, id, editionId, reason));
  }
}
