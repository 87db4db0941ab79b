import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, RoleAccess } from '../../../platform/http/access.js';
import { IfMatch } from '../../../platform/http/api.js';
import { TextList } from '../../../platform/http/fields.js';
import { ExpectedVersion } from '../../../platform/http/versions.js';
import { EmbeddingSettings } from '../use-cases/embedding-settings.js';

const MOST_SITES = 20;

export class EmbeddingDto {
  @TextList({
    maxItems: MOST_SITES,
    min: 1,
    max: 300,
    description:
      'Origins of sites that may show cards of offerings in a frame, such as https://www.example.edu; none: nobody may.',
  })
  origins: string[];
}

export class EmbeddingView extends EmbeddingDto {
  @ApiProperty({ type: 'integer', description: '0 while nothing was chosen.' })
  version: number;
}

@ApiTags('Institution')
@Controller('api/v1/institution/embedding')
export class EmbeddingController {
  constructor(private readonly settings: EmbeddingSettings) {}

  /** Which other sites may show cards of offerings. */
  @Get()
  @RoleAccess('institution:read', 'office', 'admin')
  @ApiOkResponse({ type: EmbeddingView })
  async getEmbedding(@CurrentActor() actor: Actor): Promise<EmbeddingView> {
    const { origins, version } = await this.settings.read(actor);
    return { origins, version };
  }

  /** Choose them, all at once. */
  @Put()
  @RoleAccess('institution:write', 'admin')
  @IfMatch()
  @ApiOkResponse({ type: EmbeddingView })
  @ApiResponse({ status: 422, description: 'One of them is not the https origin of a single site.' })
  async changeEmbedding(
    @CurrentActor() actor: Actor,
    @ExpectedVersion() expected: number,
    @Body() { origins: sites }: EmbeddingDto,
  ): Promise<EmbeddingView> {
    const { origins, version } = await this.settings.change(actor, expected, sites);
    return { origins, version };
  }
}
