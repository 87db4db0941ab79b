import { Body, Controller, Get, Header, Headers, HttpCode, Post } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Environment } from '../../../platform/config/environment.js';
import { PublicAccess } from '../../../platform/http/access.js';
import { ErrorsAs } from '../../../platform/http/error-form.js';
import { CurrentVisitor, type Visitor } from '../../people/index.js';
import { GiveTokens } from '../use-cases/give-tokens.js';
import { KnowClient } from '../use-cases/know-client.js';
import { RegisterClient } from '../use-cases/register-client.js';
import { RevokeToken } from '../use-cases/revoke-token.js';
import { OAuthErrorView, RegisteredClientView, TokenView } from './oauth.dto.js';
import { oauthErrors } from './oauth-errors.js';
import { presentAuthorizationServer, presentClient, presentTokens } from './present-oauth.js';
import { readObject, readTexts } from './read-body.js';

const FORM = 'application/x-www-form-urlencoded';

/** For programs that learners connect (OB 3.0 §7): registration, tokens, revocation. Learners themselves are asked by pages. */
@ApiTags('Services')
@Controller()
@PublicAccess()
@ErrorsAs(oauthErrors)
@ApiResponse({ status: 400, type: OAuthErrorView })
@ApiResponse({ status: 401, type: OAuthErrorView })
@ApiResponse({ status: 429, type: OAuthErrorView })
export class OAuthController {
  constructor(
    private readonly registerClient: RegisterClient,
    private readonly knowClient: KnowClient,
    private readonly giveTokens: GiveTokens,
    private readonly revokeTokens: RevokeToken,
    private readonly environment: Environment,
  ) {}

  /** Where and how to ask (RFC 8414). */
  @Get('.well-known/oauth-authorization-server')
  @Header('access-control-allow-origin', '*')
  @ApiOkResponse({ content: { 'application/json': { schema: { type: 'object' } } } })
  describeAuthorizationServer(): object {
    return presentAuthorizationServer(this.environment.publicUrl);
  }

  /** Introduce a program (RFC 7591). Members that are not known are ignored. */
  @Post('oauth/register')
  @ApiBody({ schema: { type: 'object', description: 'Client metadata.' } })
  @ApiCreatedResponse({ type: RegisteredClientView })
  async registerService(@Body() body: unknown, @CurrentVisitor() { network }: Visitor): Promise<RegisteredClientView> {
    return presentClient(await this.registerClient.run(readObject(body), network));
  }

  /** Redeem a code, or a refresh token, with HTTP Basic of client_id and client_secret. */
  @Post('oauth/token')
  @HttpCode(200)
  @ApiConsumes(FORM)
  @ApiBody({ schema: { type: 'object', description: 'RFC 6749 §4.1.3 with code_verifier, or §6.' } })
  @ApiOkResponse({ type: TokenView })
  async giveServiceTokens(
    @Body() body: unknown,
    @Headers('authorization') authorization: string | undefined,
    @CurrentVisitor() { network }: Visitor,
  ): Promise<TokenView> {
    const client = await this.knowClient.run(authorization, network);
    return presentTokens(await this.giveTokens.run(client.id, readTexts(body)));
  }

  /** Give a token back (RFC 7009). */
  @Post('oauth/revoke')
  @HttpCode(200)
  @ApiConsumes(FORM)
  @ApiBody({ schema: { type: 'object', description: 'RFC 7009 §2.1: token.' } })
  @ApiOkResponse()
  async revokeServiceToken(
    @Body() body: unknown,
    @Headers('authorization') authorization: string | undefined,
    @CurrentVisitor() { network }: Visitor,
  ): Promise<void> {
    const client = await this.knowClient.run(authorization, network);
    await this.revokeTokens.run(client.id, readTexts(body)['token'] ?? '');
  }
}
