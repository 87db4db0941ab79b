import { Body, Controller, Logger, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PersonIfAny, PublicAccess, type SignedIn } from '../../../platform/http/access.js';
import { HtmlPages, page, type PageAnswer, seeOther } from '../../../platform/http/page.js';
import { letFrame } from '../../../platform/http/security-headers.js';
import { AnswerCookie, CurrentVisitor, type SessionCookie, type Visitor } from '../../people/index.js';
import { ShowHeld } from '../use-cases/accounts/show-held.js';
import { AcceptLaunch } from '../use-cases/launch/accept-launch.js';
import { ClaimLaunch } from '../use-cases/launch/claim-launch.js';
import { type ProvedMessage, ReceiveLaunch } from '../use-cases/launch/receive-launch.js';
import { Cookies, type LaunchCookies } from './launch-cookies.js';
import { heldPage } from './pages/held-page.js';
import { noPlacePage, nothingPage } from './pages/no-place-page.js';
import { parkedPage } from './pages/parked-page.js';
import { explained } from './explained.js';

type Parameters = Record<string, unknown>;

interface Arrival {
  visitor: Visitor;
  previous: SignedIn | null;
  cookies: LaunchCookies;
  session: SessionCookie;
  request: FastifyRequest;
  reply: FastifyReply;
}

/** Where platforms send people with the message that says who they are (Security Framework 1.1 §5.1.1.3). */
@Controller('lti/launch')
@PublicAccess()
@HtmlPages()
export class LaunchPages {
  private readonly log = new Logger('Lti');

  constructor(
    private readonly receive: ReceiveLaunch,
    private readonly claim: ClaimLaunch,
    private readonly accept: AcceptLaunch,
    private readonly held: ShowHeld,
  ) {}

  @Post()
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
      const received = await this.receive.run({
        state: text(body, 'state'),
        idToken: text(body, 'id_token'),
        error: text(body, 'error'),
        browserSecret,
      });
      if ('message' in received) return this.letIn(received, { visitor, previous, cookies, session, request, reply });
      letFrame(reply, received.registration.frameOrigins);
      return page(parkedPage(received));
    });
  }

  /** From a page of our own: by who proves by the platform's storage, not by a cookie, that they began the login. */
  @Post('claim')
  async claimLaunch(
    @Body() body: Parameters,
    @CurrentVisitor() visitor: Visitor,
    @PersonIfAny() previous: SignedIn | null,
    @Cookies() cookies: LaunchCookies,
    @AnswerCookie() session: SessionCookie,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PageAnswer> {
    return explained(this.log, request, reply, async () => {
      const proved = await this.claim.run(text(body, 'ticket'), text(body, 'secret'));
      return this.letIn(proved, { visitor, previous, cookies, session, request, reply });
    });
  }

  private async letIn(proved: ProvedMessage, arrival: Arrival): Promise<PageAnswer> {
    const { visitor, previous, cookies, session, request, reply } = arrival;
    const { registration } = proved;
    letFrame(reply, registration.frameOrigins);
    if (proved.message.kind === 'data-privacy') return page(heldPage(await this.held.run(proved)));
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
  }
}

function text(parameters: Parameters, name: string): string {
  const value = parameters[name];
  return typeof value === 'string' ? value : '';
}
