import { Body, Controller, Get, HttpCode, Logger, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PublicAccess } from '../../../platform/http/access.js';
import { HtmlPages, page, type PageAnswer } from '../../../platform/http/page.js';
import { RateLimits } from '../../../platform/http/rate-limits.js';
import { letFrame } from '../../../platform/http/security-headers.js';
import { newSecret } from '../../../platform/secrets.js';
import { CurrentVisitor, type Visitor } from '../../people/index.js';
import { readLoginRequest } from '../domain/login-request.js';
import { BeginLogin } from '../use-cases/launch/begin-login.js';
import { RefusedMessage } from '../use-cases/launch/refused-message.js';
import { Cookies, type LaunchCookies } from './launch-cookies.js';
import { loginPage } from './pages/login-page.js';
import { explained } from './explained.js';

type Parameters = Record<string, unknown>;

/** A lecture hall begins at once from one address. */
const LOGINS = { name: 'lti-login', points: 3_000, seconds: 60 };

/** Where platforms send people first of all, for us to ask back who they are (Security Framework 1.1 §5.1.1.1). */
@Controller('lti/login')
@PublicAccess()
@HtmlPages()
export class LoginPages {
  private readonly log = new Logger('Lti');

  constructor(
    private readonly begin: BeginLogin,
    private readonly limits: RateLimits,
  ) {}

  @Get()
  async loginByAddress(
    @Query() parameters: Parameters,
    @CurrentVisitor() visitor: Visitor,
    @Cookies() cookies: LaunchCookies,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PageAnswer> {
    return this.login(parameters, visitor, cookies, request, reply);
  }

  @Post()
  @HttpCode(200)
  async loginByForm(
    @Body() parameters: Parameters,
    @CurrentVisitor() visitor: Visitor,
    @Cookies() cookies: LaunchCookies,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PageAnswer> {
    return this.login(parameters, visitor, cookies, request, reply);
  }

  private async login(
    parameters: Parameters,
    { network }: Visitor,
    cookies: LaunchCookies,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<PageAnswer> {
    return explained(this.log, request, reply, async () => {
      await this.limits.spend(LOGINS, network);
      const wish = readLoginRequest(parameters);
      if ('missing' in wish) throw new RefusedMessage({ code: 'login_incomplete', claim: wish.missing });
      const kept = cookies.browserSecret;
      const secret = kept ?? newSecret().token;
      // A page of its own keeps cookies; a frame does if it brings one back.
      const isSure = kept !== null || request.headers['sec-fetch-dest'] === 'document';
      const { registration, authorizationAddress, storage } = await this.begin.run(wish, secret, !isSure);
      if (!kept) cookies.keepBrowserSecret(secret);
      letFrame(reply, registration.frameOrigins);
      if (isSure) return { location: authorizationAddress };
      return page(loginPage({ next: authorizationAddress, storage, again: `/lti/login?${sameAgain(parameters)}` }));
    });
  }
}

/** For a window of its own, the login that was not used yet. */
function sameAgain(parameters: Parameters): string {
  const texts = Object.entries(parameters).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return new URLSearchParams(texts).toString();
}
