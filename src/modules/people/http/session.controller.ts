import { Body, Controller, Delete, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiResponse, ApiTags } from '@nestjs/swagger';
import { CurrentPerson, PersonIfAny, PublicAccess, type SignedIn, SignedInAccess } from '../../../platform/http/access.js';
import { ChooseInstitution } from '../use-cases/choose-institution.js';
import { EndSession } from '../use-cases/end-session.js';
import { ReadAccount } from '../use-cases/read-account.js';
import { SignIn } from '../use-cases/sign-in.js';
import type { Visitor } from '../use-cases/visitor.js';
import { ChooseInstitutionDto, CurrentSessionView, SignInDto } from './account.dto.js';
import { CurrentVisitor } from './current-visitor.js';
import { presentCurrentSession } from './present-account.js';
import { AnswerCookie, type SessionCookie } from './session-cookie.js';

@ApiTags('Session')
@Controller('api/v1/session')
export class SessionController {
  constructor(
    private readonly signInWithPassword: SignIn,
    private readonly endSession: EndSession,
    private readonly chooseInstitution: ChooseInstitution,
    private readonly readAccount: ReadAccount,
  ) {}

  /** Sign in. The session is in the cookie of the answer. */
  @Post()
  @PublicAccess()
  @ApiCreatedResponse({ type: CurrentSessionView })
  @ApiResponse({ status: 401, description: 'Unknown, wrong or suspended: all answered alike.' })
  @ApiResponse({ status: 429, description: 'Too many wrong tries for this account or from this network.' })
  async signIn(
    @Body() { email, password }: SignInDto,
    @CurrentVisitor() visitor: Visitor,
    @PersonIfAny() previous: SignedIn | null,
    @AnswerCookie() cookie: SessionCookie,
  ): Promise<CurrentSessionView> {
    const opened = await this.signInWithPassword.run(email, password, visitor, previous?.sessionId ?? null);
    cookie.set(opened.token);
    return presentCurrentSession(await this.readAccount.run(opened));
  }

  /** Who you are, where you act, and as what. */
  @Get()
  @SignedInAccess({ byLms: true })
  @ApiOkResponse({ type: CurrentSessionView })
  async readSession(@CurrentPerson() person: SignedIn): Promise<CurrentSessionView> {
    return presentCurrentSession(await this.readAccount.run(person), person.contextId === null ? null : [...person.roles]);
  }

  /** Sign out here. */
  @Delete()
  @HttpCode(204)
  @SignedInAccess({ byLms: true })
  @ApiNoContentResponse()
  async signOut(@CurrentPerson() person: SignedIn, @AnswerCookie() cookie: SessionCookie): Promise<void> {
    if (person.sessionId) await this.endSession.run(person, person.sessionId);
    cookie.clear();
  }

  /** Act for another of your institutions. The cookie changes. */
  @Put('institution')
  @SignedInAccess()
  @ApiOkResponse({ type: CurrentSessionView })
  async chooseActingInstitution(
    @CurrentPerson() person: SignedIn,
    @Body() { institutionId }: ChooseInstitutionDto,
    @AnswerCookie() cookie: SessionCookie,
  ): Promise<CurrentSessionView> {
    cookie.set((await this.chooseInstitution.run(person, institutionId)).token);
    return presentCurrentSession(await this.readAccount.run({ ...person, institutionId }));
  }
}
