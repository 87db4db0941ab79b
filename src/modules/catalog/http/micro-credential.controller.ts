import { Body, Controller, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiExtraModels, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, RoleAccess } from '../../../platform/http/access.js';
import { Idempotent, IfMatch } from '../../../platform/http/api.js';
import { IdParam } from '../../../platform/http/id-param.js';
import { type Page, PageOf } from '../../../platform/http/paging.js';
import { ExpectedVersion } from '../../../platform/http/versions.js';
import { ChangeMicroCredential } from '../use-cases/change-micro-credential.js';
import { CheckPublishing } from '../use-cases/check-publishing.js';
import { CreateMicroCredential } from '../use-cases/create-micro-credential.js';
import { DuplicateMicroCredential } from '../use-cases/duplicate-micro-credential.js';
import { ReadMicroCredentials } from '../use-cases/read-micro-credentials.js';
import { ReadOutline } from '../use-cases/read-outline.js';
import { RetireMicroCredential } from '../use-cases/retire-micro-credential.js';
import {
  ChangeMicroCredentialDto,
  CreateMicroCredentialDto,
  MicroCredentialSummaryView,
  MicroCredentialView,
  PublishingProblemsView,
} from './micro-credential.dto.js';
import { presentMicroCredential, presentMicroCredentialSummary } from './present-micro-credential.js';
import { OutlineView } from './outline.dto.js';
import { presentOutline } from './present-outline.js';
import { SEQUENCE_MODELS } from './sequence.dto.js';
import { TitleSearch } from './title-search.js';

@ApiTags('Micro-credentials')
@ApiExtraModels(...SEQUENCE_MODELS)
@Controller('api/v1/micro-credentials')
export class MicroCredentialController {
  constructor(
    private readonly readMicroCredentials: ReadMicroCredentials,
    private readonly createOne: CreateMicroCredential,
    private readonly changeOne: ChangeMicroCredential,
    private readonly duplicateOne: DuplicateMicroCredential,
    private readonly retireOne: RetireMicroCredential,
    private readonly checkPublishing: CheckPublishing,
    private readonly readOutline: ReadOutline,
  ) {}

  /** The institution's micro-credentials, newest first, retired ones among them; with `q`, those with these letters in the title. */
  @Get()
  @RoleAccess('catalog:read', 'instructor', 'office', 'admin')
  @ApiOkResponse({ type: PageOf(MicroCredentialSummaryView) })
  async listMicroCredentials(
    @CurrentActor() actor: Actor,
    @Query() { limit, cursor, q }: TitleSearch,
  ): Promise<Page<MicroCredentialSummaryView>> {
    const { items, next } = await this.readMicroCredentials.list(actor, limit, cursor, q);
    return { items: items.map(presentMicroCredentialSummary), next };
  }

  /** Begin a micro-credential; only the title is needed. */
  @Post()
  @RoleAccess('catalog:write', 'instructor', 'admin')
  @Idempotent()
  @ApiCreatedResponse({ type: MicroCredentialView })
  async createMicroCredential(
    @CurrentActor() actor: Actor,
    @Body() body: CreateMicroCredentialDto,
  ): Promise<MicroCredentialView> {
    return presentMicroCredential(actor, { microCredential: await this.createOne.run(actor, body), latest: null });
  }

  @Get(':id')
  @RoleAccess('catalog:read', 'instructor', 'office', 'admin')
  @ApiOkResponse({ type: MicroCredentialView })
  async getMicroCredential(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<MicroCredentialView> {
    return presentMicroCredential(actor, await this.readMicroCredentials.one(actor, id));
  }

  /** Its courses in their order, each with its activities: all that an outline shows. */
  @Get(':id/outline')
  @RoleAccess('catalog:read', 'instructor', 'office', 'admin')
  @ApiOkResponse({ type: OutlineView })
  async getOutline(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<OutlineView> {
    return presentOutline(actor, await this.readOutline.run(actor, id));
  }

  /** Change fields of the draft. A sequence nobody shaped yet follows `courseIds`. */
  @Patch(':id')
  @RoleAccess('catalog:write', 'instructor', 'admin')
  @IfMatch()
  @ApiOkResponse({ type: MicroCredentialView })
  async changeMicroCredential(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @ExpectedVersion() version: number,
    @Body() body: ChangeMicroCredentialDto,
  ): Promise<MicroCredentialView> {
    return presentMicroCredential(actor, await this.changeOne.run(actor, id, version, body));
  }

  /** A draft like this one, with the same courses and no editions. */
  @Post(':id/duplicate')
  @RoleAccess('catalog:write', 'instructor', 'admin')
  @Idempotent()
  @ApiCreatedResponse({ type: MicroCredentialView })
  async duplicateMicroCredential(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<MicroCredentialView> {
    return presentMicroCredential(actor, { microCredential: await this.duplicateOne.run(actor, id), latest: null });
  }

  /** Everything that stands against publishing it now. */
  @Get(':id/publishing-problems')
  @RoleAccess('catalog:read', 'instructor', 'office', 'admin')
  @ApiOkResponse({ type: PublishingProblemsView })
  async listPublishingProblems(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<PublishingProblemsView> {
    const { problems, missing } = await this.checkPublishing.run(actor, id);
    return { items: problems, missingElements: missing };
  }

  /** Take it off the catalogue for good. Learners, offerings and badges are not touched. */
  @Post(':id/retirement')
  @RoleAccess('catalog:write', 'instructor', 'admin')
  @Idempotent()
  @ApiCreatedResponse({ type: MicroCredentialView })
  async retireMicroCredential(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<MicroCredentialView> {
    return presentMicroCredential(actor, await this.retireOne.run(actor, id));
  }
}
