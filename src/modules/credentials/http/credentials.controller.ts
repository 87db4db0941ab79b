import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, RoleAccess } from '../../../platform/http/access.js';
import { Idempotent } from '../../../platform/http/api.js';
import { IdParam } from '../../../platform/http/id-param.js';
import { page, PageOf } from '../../../platform/http/paging.js';
import { ReadCredentials } from '../use-cases/sharing/read-credentials.js';
import { ReplaceCredential } from '../use-cases/superseding/replace-credential.js';
import { ResendLetter } from '../use-cases/issuing/resend-letter.js';
import { RevokeCredential } from '../use-cases/status/revoke-credential.js';
import { SuspendCredential } from '../use-cases/status/suspend-credential.js';
import {
  CredentialQuery,
  CredentialView,
  ReplaceCredentialDto,
  RevokeCredentialDto,
  SuspendCredentialDto,
} from './credential.dto.js';
import { presentCredential, presentIssuedCredential } from './present-credential.js';

const CredentialPage = PageOf(CredentialView);

@ApiTags('Credentials')
@Controller('api/v1/credentials')
export class CredentialsController {
  constructor(
    private readonly read: ReadCredentials,
    private readonly suspend: SuspendCredential,
    private readonly replace: ReplaceCredential,
    private readonly resend: ResendLetter,
    private readonly revoke: RevokeCredential,
  ) {}

  /** Issued credentials, newest first: all for the office, your own otherwise. */
  @Get()
  @RoleAccess('credentials:read', 'learner', 'instructor', 'assessor', 'office', 'admin')
  @ApiOkResponse({ type: CredentialPage })
  async listCredentials(
    @CurrentActor() actor: Actor,
    @Query() query: CredentialQuery,
  ): Promise<InstanceType<typeof CredentialPage>> {
    const { mine, issuedFrom, issuedUntil, ...wanted } = query;
    const between = {
      issuedFrom: issuedFrom === undefined ? undefined : new Date(issuedFrom),
      issuedUntil: issuedUntil === undefined ? undefined : new Date(issuedUntil),
    };
    return page(
      await this.read.list(actor, { ...wanted, ...between, mine: mine === 'yes' }),
      query.limit,
      ({ issuedAt, id }) => ({ at: issuedAt, id }),
      (credential) => presentIssuedCredential(credential, actor),
    );
  }

  /** One of them. */
  @Get(':id')
  @RoleAccess('credentials:read', 'learner', 'instructor', 'assessor', 'office', 'admin')
  @ApiOkResponse({ type: CredentialView })
  async getCredential(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<CredentialView> {
    return presentIssuedCredential(await this.read.one(actor, id), actor);
  }

  /** Suspend one: until it is reinstated, it fails every check. */
  @Post(':id/suspension')
  @RoleAccess('credentials:write', 'office', 'admin')
  @Idempotent()
  @ApiCreatedResponse({ type: CredentialView })
  async suspendCredential(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Body() body: SuspendCredentialDto,
  ): Promise<CredentialView> {
    return presentCredential(await this.suspend.run(actor, id, body.reason), actor);
  }

  /** Lift a suspension. Answers the new form; files of the one that was suspended stay invalid. */
  @Post(':id/reinstatement')
  @RoleAccess('credentials:write', 'office', 'admin')
  @Idempotent()
  @ApiCreatedResponse({ type: CredentialView })
  async reinstateCredential(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Body() body: ReplaceCredentialDto,
  ): Promise<CredentialView> {
    return presentCredential(await this.replace.reinstate(actor, id, body.reason ?? ''), actor);
  }

  /** Sign one anew, with the same words and the key of today. Answers the new form; files of the one before become invalid. */
  @Post(':id/reissue')
  @RoleAccess('credentials:write', 'office', 'admin')
  @Idempotent()
  @ApiCreatedResponse({ type: CredentialView })
  async reissueCredential(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Body() body: ReplaceCredentialDto,
  ): Promise<CredentialView> {
    return presentCredential(await this.replace.reissue(actor, id, body.reason ?? ''), actor);
  }

  /** Send the learner the letter about it again: three times a day at most. */
  @Post(':id/letters')
  @RoleAccess('credentials:write', 'office', 'admin')
  @Idempotent()
  @ApiCreatedResponse({ type: CredentialView })
  async resendCredentialLetter(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<CredentialView> {
    return presentCredential(await this.resend.run(actor, id), actor);
  }

  /** Take one back, for good. */
  @Post(':id/revocation')
  @RoleAccess('credentials:write', 'office', 'admin')
  @Idempotent()
  @ApiCreatedResponse({ type: CredentialView })
  async revokeCredential(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Body() body: RevokeCredentialDto,
  ): Promise<CredentialView> {
    return presentCredential(await this.revoke.run(actor, id, body.reason), actor);
  }
}
