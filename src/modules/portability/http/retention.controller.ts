import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, RoleAccess } from '../../../platform/http/access.js';
import { IfMatch } from '../../../platform/http/api.js';
import { ExpectedVersion } from '../../../platform/http/versions.js';
import { RetentionSettings } from '../use-cases/retention-settings.js';
import { RetentionDto, RetentionForecastView, RetentionView } from './retention.dto.js';

@ApiTags('Institution')
@Controller('api/v1/institution/retention')
export class RetentionController {
  constructor(private readonly settings: RetentionSettings) {}

  /** How long things are kept that nobody needs any more. */
  @Get()
  @RoleAccess('institution:read', 'office', 'admin')
  @ApiOkResponse({ type: RetentionView })
  async getRetention(@CurrentActor() actor: Actor): Promise<RetentionView> {
    const { days, version } = await this.settings.read(actor);
    return { ...days, version };
  }

  /** Choose it. What is older goes within a day. */
  @Put()
  @RoleAccess('institution:write', 'admin')
  @IfMatch()
  @ApiOkResponse({ type: RetentionView })
  async changeRetention(
    @CurrentActor() actor: Actor,
    @ExpectedVersion() expected: number,
    @Body() body: RetentionDto,
  ): Promise<RetentionView> {
    const { days, version } = await this.settings.change(actor, expected, { ...body });
    return { ...days, version };
  }

  /** How many of each would go if it were chosen so. Nothing is changed. */
  @Post('forecast')
  @HttpCode(200)
  @RoleAccess('institution:read', 'admin')
  @ApiOkResponse({ type: RetentionForecastView })
  async forecastRetention(@CurrentActor() actor: Actor, @Body() body: RetentionDto): Promise<RetentionForecastView> {
    return this.settings.forecast(actor, { ...body });
  }
}
