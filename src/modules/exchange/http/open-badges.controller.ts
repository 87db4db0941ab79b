import { Body, Controller, Get, Header, Post, Put, Query, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiQuery, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Environment } from '../../../platform/config/environment.js';
import { PublicAccess } from '../../../platform/http/access.js';
import { ErrorsAs } from '../../../platform/http/error-form.js';
import { TakesText } from '../../../platform/http/text-body.js';
import type { JsonObject } from '../../credentials/index.js';
import type { ServiceHolder } from '../data/services.repository.js';
import { scopeOf } from '../domain/scopes.js';
import { ReadBackpack } from '../use-cases/read-backpack.js';
import { ServiceProfile } from '../use-cases/service-profile.js';
import { StoreInBackpack } from '../use-cases/store-in-backpack.js';
import { CurrentHolder, ForService } from './for-service.js';
import { pageLinks, readHeldQuery } from './held-query.js';
import { OPEN_BADGES_PATH } from './open-badges-path.js';
import { presentHeld } from './present-held.js';
import { readObject, readToken } from './read-body.js';
import { serviceDescription } from './service-description.js';
import { StatusInfoView, statusInfo } from './status-info.js';

const JSON_TYPE = 'application/json; charset=utf-8';
const TEXT_TYPE = 'text/plain; charset=utf-8';
const OBJECT = { content: { 'application/json': { schema: { type: 'object', additionalProperties: true } } } };
const SIGNED = { content: { ...OBJECT.content, 'text/plain': { schema: { type: 'string' } } } };

/** The Open Badges 3.0 service API (§6), for services that a learner has connected. */
@ApiTags('Services')
@Controller(OPEN_BADGES_PATH)
@ErrorsAs(statusInfo)
@ApiResponse({ status: 400, type: StatusInfoView })
@ApiResponse({ status: 401, type: StatusInfoView })
@ApiResponse({ status: 403, type: StatusInfoView })
export class OpenBadgesController {
  constructor(
    private readonly backpack: ReadBackpack,
    private readonly store: StoreInBackpack,
    private readonly profile: ServiceProfile,
    private readonly environment: Environment,
  ) {}

  /** The Service Description Document. */
  @Get('discovery')
  @PublicAccess()
  @Header('access-control-allow-origin', '*')
  @ApiOkResponse(OBJECT)
  describeService(): object {
    return serviceDescription(this.environment.publicUrl);
  }

  /** The badges that the learner holds, newest first: each as it was signed, as JSON or as a compact JWS. */
  @Get('credentials')
  @ForService(scopeOf('credential.readonly'))
  @ApiQuery({ name: 'limit', required: false, type: Number })
  @ApiQuery({ name: 'offset', required: false, type: Number })
  @ApiQuery({ name: 'since', required: false, type: String })
  @ApiOkResponse(OBJECT)
  async listHeldCredentials(
    @CurrentHolder() holder: ServiceHolder,
    @Query() parameters: Record<string, unknown>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const query = readHeldQuery(parameters);
    const { total, held } = await this.backpack.run(holder, query);
    const url = `${this.environment.publicUrl}/${OPEN_BADGES_PATH}/credentials`;
    void reply
      .header('x-total-count', String(total))
      .header('link', pageLinks(url, query, total))
      .header('content-type', JSON_TYPE);
    return presentHeld(held);
  }

  /** Add a badge from elsewhere, or replace an older form of it. It has to verify. */
  @Post('credentials')
  @ForService(scopeOf('credential.upsert'))
  @TakesText()
  @ApiConsumes('application/json', 'text/plain')
  @ApiBody({ schema: { type: 'object', description: 'The signed credential; as text/plain, the compact JWS.' } })
  @ApiCreatedResponse(SIGNED)
  @ApiOkResponse(SIGNED)
  @ApiResponse({ status: 304, description: 'One as new is here already.' })
  async storeHeldCredential(
    @CurrentHolder() holder: ServiceHolder,
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<JsonObject | string | undefined> {
    const credential = typeof body === 'string' ? readToken(body) : readObject(body);
    const outcome = await this.store.run(holder, credential);
    void reply.status({ create: 201, replace: 200, keep: 304 }[outcome]);
    if (outcome === 'keep') return undefined;
    if (typeof credential === 'string') void reply.header('content-type', TEXT_TYPE);
    return credential;
  }

  /** The learner's Profile. */
  @Get('profile')
  @ForService(scopeOf('profile.readonly'))
  @ApiOkResponse(OBJECT)
  readHolderProfile(@CurrentHolder() holder: ServiceHolder): Promise<JsonObject> {
    return this.profile.read(holder);
  }

  /** Replace what services put into it. */
  @Put('profile')
  @ForService(scopeOf('profile.update'))
  @ApiBody({ schema: { type: 'object', description: 'A Profile (OB 3.0 §B.1.10).' } })
  @ApiOkResponse(OBJECT)
  replaceHolderProfile(@CurrentHolder() holder: ServiceHolder, @Body() body: unknown): Promise<JsonObject> {
    return this.profile.replace(holder, readObject(body));
  }
}
