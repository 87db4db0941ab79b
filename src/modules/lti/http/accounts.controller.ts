import { Body, Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiResponse, ApiTags } from '@nestjs/swagger';
import { CurrentPerson, type SignedIn, SignedInAccess } from '../../../platform/http/access.js';
import { IdParam } from '../../../platform/http/id-param.js';
import { CurrentVisitor, type Visitor } from '../../people/index.js';
import { AskForAccount } from '../use-cases/accounts/ask-for-account.js';
import { WaysIn } from '../use-cases/accounts/ways-in.js';
import { LmsAccountRequestDto, LmsAccountRequestView, LmsStandingView, LmsWayInView } from './accounts.dto.js';
import { presentRequest, presentStanding, presentWayIn } from './present-accounts.js';

@ApiTags('Your account')
@Controller('api/v1/me')
export class LtiAccountsController {
  constructor(
    private readonly ask: AskForAccount,
    private readonly waysIn: WaysIn,
  ) {}

  /** Whether you, who came by an LMS, have an account of your own. */
  @Get('lms-account')
  @SignedInAccess({ byLms: true })
  @ApiOkResponse({ type: LmsStandingView })
  async readLmsAccount(@CurrentPerson() person: SignedIn): Promise<LmsStandingView> {
    return presentStanding(await this.ask.standing(person));
  }

  /**
   * Ask for an account of your own, where you came by an LMS. A letter with a link goes to the address; opened there with the code, it makes
   * you an account, or lets you link the one that has the address. The answer does not tell which.
   */
  @Post('lms-account/requests')
  @SignedInAccess({ byLms: true })
  @ApiCreatedResponse({ type: LmsAccountRequestView })
  @ApiResponse({ status: 409, description: 'You have one.' })
  @ApiResponse({ status: 429, description: 'Five an hour.' })
  async askForLmsAccount(
    @CurrentPerson() person: SignedIn,
    @Body() { email }: LmsAccountRequestDto,
    @CurrentVisitor() visitor: Visitor,
  ): Promise<LmsAccountRequestView> {
    return presentRequest(await this.ask.run(person, email, visitor));
  }

  /** The LMS platforms by which your account is come into. */
  @Get('lms-ways-in')
  @SignedInAccess()
  @ApiOkResponse({ type: [LmsWayInView] })
  async listLmsWaysIn(@CurrentPerson() person: SignedIn): Promise<LmsWayInView[]> {
    return (await this.waysIn.list(person)).map(presentWayIn);
  }

  /** Shut one. What you did stays in your account; who comes by the platform next begins as somebody new. */
  @Delete('lms-ways-in/:id')
  @HttpCode(204)
  @SignedInAccess()
  @ApiNoContentResponse()
  @ApiResponse({ status: 409, description: 'You could not come in any more.' })
  async endLmsWayIn(@CurrentPerson() person: SignedIn, @IdParam() id: string): Promise<void> {
    await this.waysIn.end(person, id);
  }
}
