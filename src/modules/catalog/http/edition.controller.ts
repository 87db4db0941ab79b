import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiExtraModels, ApiOkResponse, ApiTags, ApiUnprocessableEntityResponse } from '@nestjs/swagger';
import { type Actor, CurrentActor, RoleAccess } from '../../../platform/http/access.js';
import { Idempotent, IfMatch } from '../../../platform/http/api.js';
import { IdParam } from '../../../platform/http/id-param.js';
import { type Page, PageOf, PageQuery } from '../../../platform/http/paging.js';
import { ExpectedVersion } from '../../../platform/http/versions.js';
import { CompareEditions } from '../use-cases/compare-editions.js';
import { PublishEdition } from '../use-cases/publish-edition.js';
import { ReadEditions } from '../use-cases/read-editions.js';
import { ACTIVITY_MODELS } from './activity.dto.js';
import { ComparisonQuery, EditionComparisonView } from './comparison.dto.js';
import { EditionSummaryView, EditionView } from './edition.dto.js';
import { PublishEditionDto } from './micro-credential.dto.js';
import { presentComparison } from './present-comparison.js';
import { presentEdition, presentEditionSummary } from './present-micro-credential.js';
import { SEQUENCE_MODELS } from './sequence.dto.js';

@ApiTags('Micro-credentials')
@ApiExtraModels(...ACTIVITY_MODELS, ...SEQUENCE_MODELS)
@Controller('api/v1')
export class EditionController {
  constructor(
    private readonly readEditions: ReadEditions,
    private readonly publishOne: PublishEdition,
    private readonly compare: CompareEditions,
  ) {}

  /** The published editions of a micro-credential, newest first. */
  @Get('micro-credentials/:id/editions')
  @RoleAccess('catalog:read', 'instructor', 'assessor', 'office', 'admin')
  @ApiOkResponse({ type: PageOf(EditionSummaryView) })
  async listEditions(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Query() { limit, cursor }: PageQuery,
  ): Promise<Page<EditionSummaryView>> {
    const { items, next } = await this.readEditions.list(actor, id, limit, cursor);
    return { items: items.map(presentEditionSummary), next };
  }

  /** What turns one edition into another one or into the draft, and whether it asks learners for more. */
  @Get('micro-credentials/:id/edition-comparison')
  @RoleAccess('catalog:read', 'instructor', 'admin')
  @ApiOkResponse({ type: EditionComparisonView })
  async compareEditions(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Query() { from, to }: ComparisonQuery,
  ): Promise<EditionComparisonView> {
    return presentComparison(await this.compare.run(actor, id, from, to));
  }

  /** Freeze the draft and its courses as the next edition. If-Match is the ETag of the micro-credential. */
  @Post('micro-credentials/:id/editions')
  @RoleAccess('catalog:write', 'instructor', 'admin')
  @IfMatch()
  @Idempotent()
  @ApiCreatedResponse({ type: EditionSummaryView })
  @ApiUnprocessableEntityResponse({ description: 'catalog.not_publishable, with every problem in `errors`.' })
  async publishEdition(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @ExpectedVersion() version: number,
    @Body() { changeNote = '' }: PublishEditionDto,
  ): Promise<EditionSummaryView> {
    return presentEditionSummary(await this.publishOne.run(actor, id, version, changeNote));
  }

  /** An edition with everything that was frozen, right answers included: for staff. */
  @Get('editions/:id')
  @RoleAccess('catalog:read', 'instructor', 'assessor', 'office', 'admin')
  @ApiOkResponse({ type: EditionView })
  async getEdition(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<EditionView> {
    return presentEdition(await this.readEditions.one(actor, id));
  }
}
