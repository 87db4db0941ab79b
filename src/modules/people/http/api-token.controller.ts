import { Body, Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiResponse, ApiTags } from '@nestjs/swagger';
import { CurrentPerson, type SignedIn, SignedInAccess } from '../../../platform/http/access.js';
import { IdParam } from '../../../platform/http/id-param.js';
import { OwnApiTokens } from '../use-cases/own-api-tokens.js';
import { ApiTokenView, CreateApiTokenDto, CreatedApiTokenView } from './api-token.dto.js';
import { presentApiToken } from './present-api-token.js';

@ApiTags('Your account')
@Controller('api/v1/me/api-tokens')
@SignedInAccess()
export class ApiTokenController {
  constructor(private readonly ownApiTokens: OwnApiTokens) {}

  /** Your tokens at the institution you act for, newest first. */
  @Get()
  @ApiOkResponse({ type: [ApiTokenView] })
  async listApiTokens(@CurrentPerson() person: SignedIn): Promise<ApiTokenView[]> {
    return (await this.ownApiTokens.list(person)).map(presentApiToken);
  }

  /** Let a program act for you there, within the scopes and your roles. */
  @Post()
  @ApiCreatedResponse({ type: CreatedApiTokenView })
  @ApiResponse({ status: 409, description: 'You have 20 already.' })
  async createApiToken(@CurrentPerson() person: SignedIn, @Body() body: CreateApiTokenDto): Promise<CreatedApiTokenView> {
    const wish = { ...body, expiresAt: body.expiresAt ? new Date(body.expiresAt) : null };
    const { apiToken, token } = await this.ownApiTokens.create(person, wish);
    return { ...presentApiToken(apiToken), token };
  }

  /** Make it useless, at once. */
  @Delete(':id')
  @HttpCode(204)
  @ApiNoContentResponse()
  async revokeApiToken(@CurrentPerson() person: SignedIn, @IdParam() id: string): Promise<void> {
    await this.ownApiTokens.revoke(person, id);
  }
}
