import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, RoleAccess } from '../../../platform/http/access.js';
import { IdParam } from '../../../platform/http/id-param.js';
import { type Page, page, PageOf } from '../../../platform/http/paging.js';
import { ReadScores } from '../use-cases/grades/read-scores.js';
import { ResendScores } from '../use-cases/grades/resend-scores.js';
import { presentColumn, presentComparison, presentScore } from './present-scores.js';
import { LtiColumnsView, LtiComparisonView, LtiResendDto, LtiResentView, LtiScoresQueryDto, LtiScoreView } from './scores.dto.js';

@ApiTags('LMS platforms')
@Controller('api/v1/lti')
export class LtiScoresController {
  constructor(
    private readonly scores: ReadScores,
    private readonly resend: ResendScores,
  ) {}

  /** The columns of a platform's gradebooks that Cairn fills, and how telling their scores gets on. */
  @Get('platforms/:id/columns')
  @RoleAccess('institution:read', 'office', 'admin')
  @ApiOkResponse({ type: LtiColumnsView })
  async listLtiColumns(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<LtiColumnsView> {
    return { items: (await this.scores.columnsOf(actor, id)).map(presentColumn) };
  }

  /** Send all scores of a platform again that have not arrived. */
  @Post('platforms/:id/score-resends')
  @HttpCode(200)
  @RoleAccess('institution:write', 'office', 'admin')
  @ApiOkResponse({ type: LtiResentView })
  async resendLtiPlatformScores(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<LtiResentView> {
    return { scores: await this.resend.ofPlatform(actor, id) };
  }

  /** The scores of a column, those that changed last first. */
  @Get('columns/:id/scores')
  @RoleAccess('institution:read', 'office', 'admin')
  @ApiOkResponse({ type: PageOf(LtiScoreView) })
  async listLtiScores(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Query() query: LtiScoresQueryDto,
  ): Promise<Page<LtiScoreView>> {
    const rows = await this.scores.scoresOf(actor, id, query);
    return page(rows, query.limit, ({ desiredAt: at, identityId: last }) => ({ at, id: last }), presentScore);
  }

  /** Ask the platform what it shows in a column, beside what it was told. Nothing is changed. */
  @Get('columns/:id/results')
  @RoleAccess('institution:read', 'office', 'admin')
  @ApiOkResponse({ type: LtiComparisonView })
  async compareLtiScores(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<LtiComparisonView> {
    return presentComparison(await this.scores.compare(actor, id));
  }

  /** Send the scores of a column again that have not arrived, or that of one person in any case. */
  @Post('columns/:id/score-resends')
  @HttpCode(200)
  @RoleAccess('institution:write', 'office', 'admin')
  @ApiOkResponse({ type: LtiResentView })
  async resendLtiScores(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Body() { identityId }: LtiResendDto,
  ): Promise<LtiResentView> {
    return { scores: await this.resend.ofColumn(actor, id, identityId ?? null) };
  }
}
