import { Body, Controller, Get, Header, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, RoleAccess } from '../../../platform/http/access.js';
import { IfMatch } from '../../../platform/http/api.js';
import { IdParam } from '../../../platform/http/id-param.js';
import { ExpectedVersion } from '../../../platform/http/versions.js';
import { ChooseParticulars } from '../use-cases/superseding/choose-particulars.js';
import { CredentialChoicesDto, CredentialChoicesView, DidChallengeView } from './credential-choices.dto.js';
import { presentChoices } from './present-sharing.js';

@ApiTags('Credentials')
@Controller('api/v1/enrollments')
export class CredentialChoicesController {
  constructor(private readonly choices: ChooseParticulars) {}

  /** What you let the badge of your enrolment say. */
  @Get(':id/credential-choices')
  @RoleAccess('credentials:read', 'learner', 'instructor', 'assessor', 'office', 'admin')
  @ApiOkResponse({ type: CredentialChoicesView })
  async getCredentialChoices(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<CredentialChoicesView> {
    return presentChoices(await this.choices.standing(actor, id));
  }

  /** Choose what it says. What you do not choose, it does not say. Once it is issued, a change brings a new form of it, ten times an hour at most. */
  @Put(':id/credential-choices')
  @RoleAccess('credentials:write', 'learner', 'instructor', 'assessor', 'office', 'admin')
  @IfMatch()
  @ApiOkResponse({ type: CredentialChoicesView })
  async chooseForCredential(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @ExpectedVersion() version: number,
    @Body() body: CredentialChoicesDto,
  ): Promise<CredentialChoicesView> {
    return presentChoices(await this.choices.run(actor, id, version, body));
  }

  /** What to sign to show that a DID is yours. */
  @Get(':id/did-challenge')
  @RoleAccess('credentials:write', 'learner', 'instructor', 'assessor', 'office', 'admin')
  @Header('cache-control', 'no-store')
  @ApiOkResponse({ type: DidChallengeView })
  async getDidChallenge(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<DidChallengeView> {
    const { expiresAt, ...made } = await this.choices.challenge(actor, id);
    return { ...made, expiresAt: expiresAt.toISOString() };
  }
}
