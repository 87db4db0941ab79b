import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, RoleAccess } from '../../../platform/http/access.js';
import { IfMatch } from '../../../platform/http/api.js';
import { ExpectedVersion } from '../../../platform/http/versions.js';
import { ChooseVcJwts } from '../use-cases/issuing/choose-vc-jwts.js';
import { presentForms } from './present-signing-key.js';
import { ChooseFormsDto, CredentialFormsView } from './signing-key.dto.js';

@ApiTags('Credentials')
@Controller('api/v1/credential-forms')
export class CredentialFormsController {
  constructor(private readonly choose: ChooseVcJwts) {}

  /** In which forms credentials are offered. */
  @Get()
  @RoleAccess('credentials:read', 'office', 'admin')
  @ApiOkResponse({ type: CredentialFormsView })
  async getCredentialForms(@CurrentActor() actor: Actor): Promise<CredentialFormsView> {
    return presentForms(await this.choose.read(actor));
  }

  /** Choose the forms. Earlier credentials get a new one by and by. */
  @Put()
  @RoleAccess('credentials:write', 'admin')
  @IfMatch()
  @ApiOkResponse({ type: CredentialFormsView })
  async chooseCredentialForms(
    @CurrentActor() actor: Actor,
    @ExpectedVersion() version: number,
    @Body() body: ChooseFormsDto,
  ): Promise<CredentialFormsView> {
    return presentForms(await this.choose.run(actor, version, body.vcJwt));
  }
}
