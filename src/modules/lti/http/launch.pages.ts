import { Body, Controller, Get, HttpCode, Logger, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PersonIfAny, PublicAccess, type SignedIn } from '../../../platform/http/access.js';
import { HtmlPages, page, type PageAnswer, seeOther } from '../../../platform/http/page.js';
import { RateLimits } from '../../../platform/http/rate-limits.js';
import { letFrame } from '../../../platform/http/security-headers.js';
import { newSecret } from '../../../platform/secrets.js';
import { AnswerCookie, CurrentVisitor, type SessionCookie, type Visitor } from '../../people/index.js';
import { readLoginRequest } from '../domain/login-request.js';
import { ShowHeld } from '../use-cases/accounts/show-held.js';
import { AcceptLaunch } from '../use-cases/launch/accept-launch.js';
import { BeginLogin } from '../use-cases/launch/begin-login.js';
import { ReceiveLaunch } from '../use-cases/launch/receive-launch.js';
import { RefusedMessage } from '../use-cases/launch/refused-message.js';
import { Cookies, type LaunchCookies } from './launch-cookies.js';
import { heldPage } from './pages/held-page.js';
import { loginPage } from './pages/login-page.js';
import { noPlacePage, nothingPage } from './pages/no-place-page.js';
import { explained } from './explained.js';

type Parameters = Record<string, unknown>;

/** A lecture hall begins at once from one address. */
const LOGINS = { name: 'lti-login', points: 3_000, seconds: 60 };

/** Where platforms send people: to log in, and with the message that says who they are (Security Framework 1.1 §5.1.1). */
@Controller('lti')
@PublicAccess()
@HtmlPages()
export class LaunchPages {
  private readonly log = new Logger('Lti');

  constructor(
    private readonly begin: BeginLogin,
    private readonly receive: ReceiveLaunch,
    private readonly accept: AcceptLaunch,
    private readonly held: ShowHeld,
    private readonly limits: RateLimits,
  ) {}

  @Get('login')
  async loginByAddress(
    @Query() parameters: Parameters,
    @CurrentVisitor() visitor: Visitor,
    @Cookies() cookies: LaunchCookies,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PageAnswer> {
    return this.login(parameters, visitor, cookies, request, reply);
  }

  @Post('login')
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

  @Post('launch')
  async launch(
    @Body() body: Parameters,
    @CurrentVisitor() visitor: Visitor,
    @PersonIfAny() previous: SignedIn | null,
    @Cookies() cookies: LaunchCookies,
    @AnswerCookie() session: SessionCookie,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PageAnswer> {
    return explained(this.log, request, reply, async () => {
      const { browserSecret } = cookies;
      const proved = await this.receive.run({
        state: text(body, 'state'),
        idToken: text(body, 'id_token'),
        error: text(body, 'error'),
        browserSecret,
      });
      const { registration, message } = proved;
      letFrame(reply, registration.frameOrigins);
      if (message.kind === 'data-privacy') return page(heldPage(await this.held.run(proved)));
      const { landing, session: opened } = await this.accept.run(proved, visitor, previous?.sessionId ?? null);
      cookies.cameBy(registration.id);
      session.set(opened.token, request.headers['sec-fetch-dest'] !== 'document');
      switch (landing.to) {
        case 'screen':
          return seeOther(landing.path);
        case 'picker':
          return seeOther(`/lti/links/${landing.ticket}`);
        case 'nothing':
          return page(nothingPage());
        case 'no-place':
          return page(noPlacePage(landing.reason));
      }
    });
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
      const { registration, authorizationAddress } = await this.begin.run(wish, secret);
      if (!kept) cookies.keepBrowserSecret(secret);
      letFrame(reply, registration.frameOrigins);
      // A page of its own keeps cookies; a frame does if it brings one back.
      if (kept !== null || request.headers['sec-fetch-dest'] === 'document') return { location: authorizationAddress };
      return page(loginPage({ next: authorizationAddress, again: `/lti/login?${sameAgain(parameters)}` }));
    });
  }
}

function text(parameters: Parameters, name: string): string {
  const value = parameters[name];
  return typeof value === 'string' ? value : '';
}

/** For a window of its own, the login that was not used yet. */
function sameAgain(parameters: Parameters): string {
  const texts = Object.entries(parameters).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return new URLSearchParams(texts).toString();
}
