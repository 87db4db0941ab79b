import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, RoleAccess } from '../../../platform/http/access.js';
import { Idempotent } from '../../../platform/http/api.js';
import { IdParam } from '../../../platform/http/id-param.js';
import { page, PageOf } from '../../../platform/http/paging.js';
import { CompromiseKey } from '../use-cases/keys/compromise-key.js';
import { ReadSigningKeys } from '../use-cases/keys/read-signing-keys.js';
import { RotateKey } from '../use-cases/keys/rotate-key.js';
import { CredentialView } from './credential.dto.js';
import { presentCredential } from './present-credential.js';
import { presentSigningKey } from './present-signing-key.js';
import { CompromiseKeyDto, RotateKeyDto, SignedByKeyQuery, SigningKeysView, SigningKeyView } from './signing-key.dto.js';

const CredentialPage = PageOf(CredentialView);

@ApiTags('Signing keys')
@Controller('api/v1/signing-keys')
export class SigningKeysController {
  constructor(
    private readonly read: ReadSigningKeys,
    private readonly rotation: RotateKey,
    private readonly compromise: CompromiseKey,
  ) {}

  /** Every key that the institution ever signed with, oldest first. */
  @Get()
  @RoleAccess('credentials:read', 'office', 'admin')
  @ApiOkResponse({ type: SigningKeysView })
  async listSigningKeys(@CurrentActor() actor: Actor): Promise<SigningKeysView> {
    return { items: (await this.read.all(actor)).map(presentSigningKey) };
  }

  /** Begin a new key. What earlier keys signed keeps verifying. */
  @Post('rotation')
  @RoleAccess('credentials:write', 'admin')
  @Idempotent()
  @ApiCreatedResponse({ type: SigningKeyView })
  async rotateSigningKey(@CurrentActor() actor: Actor, @Body() body: RotateKeyDto): Promise<SigningKeyView> {
    return presentSigningKey(await this.rotation.run(actor, body.algorithm, actor.personId));
  }

  /** Report that others may have a key. What it signed verifies no more and is signed anew; nothing is revoked. */
  @Post(':id/compromise')
  @RoleAccess('credentials:write', 'admin')
  @Idempotent()
  @ApiCreatedResponse({ type: SigningKeyView })
  async compromiseSigningKey(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Body() body: CompromiseKeyDto,
  ): Promise<SigningKeyView> {
    return presentSigningKey(await this.compromise.run(actor, id, { reason: body.reason, actorId: actor.personId }));
  }

  /** Credentials whose embedded proof a key made, newest first. */
  @Get(':id/credentials')
  @RoleAccess('credentials:read', 'office', 'admin')
  @ApiOkResponse({ type: CredentialPage })
  async listCredentialsSignedBy(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Query() query: SignedByKeyQuery,
  ): Promise<InstanceType<typeof CredentialPage>> {
    const { limit, cursor } = query;
    return page(
      await this.read.credentials(actor, id, { limit, cursor, awaitingReissue: query.awaitingReissue === 'yes' }),
      limit,
      ({ issuedAt, id: credentialId }) => ({ at: issuedAt, id: credentialId }),
      (credential) => presentCredential(credential, actor),
    );
  }
}
