import { Body, Controller, Delete, Get, HttpCode, Patch, Put } from '@nestjs/common';
import { ApiAcceptedResponse, ApiNoContentResponse, ApiOkResponse, ApiResponse, ApiTags } from '@nestjs/swagger';
import { CurrentPerson, type SignedIn, SignedInAccess } from '../../../platform/http/access.js';
import { IdParam } from '../../../platform/http/id-param.js';
import { ChangeEmail } from '../use-cases/change-email.js';
import { ChangePassword } from '../use-cases/change-password.js';
import { DescribeMe } from '../use-cases/describe-me.js';
import { EndOtherSessions } from '../use-cases/end-other-sessions.js';
import { EndSession } from '../use-cases/end-session.js';
import { ReadAccount } from '../use-cases/read-account.js';
import type { Visitor } from '../use-cases/visitor.js';
import { ChangeEmailDto, ChangePasswordDto, DescribeMeDto, EmailChangeView, OwnSessionView, PersonView } from './account.dto.js';
import { CurrentVisitor } from './current-visitor.js';
import { presentOwnSession, presentPerson } from './present-account.js';
import { AnswerCookie, type SessionCookie } from './session-cookie.js';

@ApiTags('Your account')
@Controller('api/v1/me')
@SignedInAccess()
export class AccountController {
  constructor(
    private readonly readAccount: ReadAccount,
    private readonly describeMe: DescribeMe,
    private readonly changeOwnPassword: ChangePassword,
    private readonly changeOwnEmail: ChangeEmail,
    private readonly endSession: EndSession,
    private readonly endOthers: EndOtherSessions,
  ) {}

  /** You. */
  @Get()
  @ApiOkResponse({ type: PersonView })
  async readMe(@CurrentPerson() person: SignedIn): Promise<PersonView> {
    return presentPerson((await this.readAccount.run(person)).person);
  }

  /** Change how you are called and addressed. */
  @Patch()
  @ApiOkResponse({ type: PersonView })
  async updateMe(@CurrentPerson() person: SignedIn, @Body() body: DescribeMeDto): Promise<PersonView> {
    return presentPerson(await this.describeMe.run(person, body));
  }

  /** Choose a password. Your other sessions end, and the cookie changes. */
  @Put('password')
  @HttpCode(204)
  @ApiNoContentResponse()
  @ApiResponse({ status: 422, description: 'The current password is wrong, or the new one cannot be used.' })
  @ApiResponse({ status: 429, description: 'Too many wrong tries.' })
  async changePassword(
    @CurrentPerson() person: SignedIn,
    @Body() body: ChangePasswordDto,
    @CurrentVisitor() visitor: Visitor,
    @AnswerCookie() cookie: SessionCookie,
  ): Promise<void> {
    cookie.set((await this.changeOwnPassword.run(person, body, visitor)).token);
  }

  /** Use another e-mail address, once a link sent there was used. The answer does not tell whether the address is taken. */
  @Put('email')
  @HttpCode(202)
  @ApiAcceptedResponse({ type: EmailChangeView })
  @ApiResponse({ status: 422, description: 'The password is wrong, or the address cannot be used.' })
  @ApiResponse({ status: 429, description: 'Too many wrong tries.' })
  async changeEmail(
    @CurrentPerson() person: SignedIn,
    @Body() body: ChangeEmailDto,
    @CurrentVisitor() visitor: Visitor,
  ): Promise<EmailChangeView> {
    return this.changeOwnEmail.run(person, body, visitor);
  }

  /** Where you are signed in; the last used first, 100 at most. */
  @Get('sessions')
  @ApiOkResponse({ type: [OwnSessionView] })
  async listOwnSessions(@CurrentPerson() person: SignedIn): Promise<OwnSessionView[]> {
    return (await this.readAccount.sessionsOf(person)).map((session) => presentOwnSession(session, person.sessionId));
  }

  /** Sign out everywhere but here, at once. */
  @Delete('sessions')
  @HttpCode(204)
  @ApiNoContentResponse()
  async endOtherSessions(@CurrentPerson() person: SignedIn): Promise<void> {
    await this.endOthers.run(person);
  }

  /** Sign out there, at once. */
  @Delete('sessions/:id')
  @HttpCode(204)
  @ApiNoContentResponse()
  async endOwnSession(@CurrentPerson() person: SignedIn, @IdParam() id: string): Promise<void> {
    await this.endSession.run(person, id);
  }
}
