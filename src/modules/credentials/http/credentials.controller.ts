import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, RoleAccess } from '../../../platform/http/access.js';
import { Idempotent } from '../../../platform/http/api.js';
import { IdParam } from '../../../platform/http/id-param.js';
import { page, PageOf } from '../../../platform/http/paging.js';
import { ReadCredentials } from '../use-cases/read-credentials.js';
import { RevokeCredential } from '../use-cases/revoke-credential.js';
import { CredentialQuery, CredentialView, RevokeCredentialDto } from './credential.dto.js';
import { presentCredential } from './present-credential.js';

const CredentialPage = PageOf(CredentialView);

@ApiTags('Credentials')
@Controller('api/v1/credentials')
export class CredentialsController {
  constructor(
    private readonly read: ReadCredentials,
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
    const { limit, cursor, mine } = query;
    return page(
      await this.read.list(actor, { limit, cursor, mine: mine === 'yes' }),
      limit,
      ({ issuedAt, id }) => ({ at: issuedAt, id }),
      (credential) => presentCredential(credential, actor),
    );
  }

  /** One of them. */
  @Get(':id')
  @RoleAccess('credentials:read', 'learner', 'instructor', 'assessor', 'office', 'admin')
  @ApiOkResponse({ type: CredentialView })
  async getCredential(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<CredentialView> {
    return presentCredential(await this.read.one(actor, id), actor);
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
