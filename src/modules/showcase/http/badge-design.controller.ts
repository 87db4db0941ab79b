import { Body, Controller, Get, HttpCode, Post, Put, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type Actor, CurrentActor, RoleAccess } from '../../../platform/http/access.js';
import { IfMatch } from '../../../platform/http/api.js';
import { IdParam } from '../../../platform/http/id-param.js';
import { ExpectedVersion } from '../../../platform/http/versions.js';
import { DesignBadge } from '../use-cases/design-badge.js';
import { BadgeDesignDto, BadgeDesignView } from './look.dto.js';

@ApiTags('Micro-credentials')
@Controller('api/v1/micro-credentials/:id')
export class BadgeDesignController {
  constructor(private readonly designBadge: DesignBadge) {}

  /** The design of the draft's badge; where the picture was uploaded or none was chosen, a proposal. */
  @Get('badge-design')
  @RoleAccess('catalog:read', 'instructor', 'office', 'admin')
  @ApiOkResponse({ type: BadgeDesignView })
  async getBadgeDesign(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<BadgeDesignView> {
    return this.designBadge.read(actor, id);
  }

  /** Draw the design and make it the draft's badge. Editions keep the badge that they were published with. */
  @Put('badge-design')
  @RoleAccess('catalog:write', 'instructor', 'admin')
  @IfMatch()
  @ApiOkResponse({ type: BadgeDesignView })
  async designOneBadge(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @ExpectedVersion() version: number,
    @Body() body: BadgeDesignDto,
  ): Promise<BadgeDesignView> {
    return this.designBadge.run(actor, id, version, body);
  }

  /** The design as a picture, exactly as it would be. Nothing is kept. */
  @Post('badge-preview')
  @RoleAccess('catalog:read', 'instructor', 'office', 'admin')
  @HttpCode(200)
  @ApiOkResponse({ content: { 'image/svg+xml': { schema: { type: 'string' } } } })
  async previewBadge(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Body() body: BadgeDesignDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    void reply.header('cache-control', 'no-store');
    return new StreamableFile(Buffer.from(await this.designBadge.preview(actor, id, body)), { type: 'image/svg+xml' });
  }
}
