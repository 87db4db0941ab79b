import { Body, Controller, Delete, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, RoleAccess } from '../../../platform/http/access.js';
import { IdParam } from '../../../platform/http/id-param.js';
import { CountViews } from '../use-cases/sharing/count-views.js';
import { PublicDocuments } from '../use-cases/sharing/public-documents.js';
import { ShareCredential } from '../use-cases/sharing/share-credential.js';
import { ShowCredential } from '../use-cases/sharing/show-credential.js';
import { WithdrawEvidence } from '../use-cases/superseding/withdraw-evidence.js';
import { CredentialView } from './credential.dto.js';
import { presentCredential } from './present-credential.js';
import { presentEvidence, presentShareLink } from './present-sharing.js';
import {
  CreatedShareLinkView,
  CreateShareLinkDto,
  CredentialViewsView,
  EvidenceListView,
  ShareLinksView,
  VisibilityDto,
} from './sharing.dto.js';

/** What learners decide about their own credentials: whoever else asks is told that there is nothing. */
@ApiTags('Credentials')
@Controller('api/v1/credentials')
export class SharingController {
  constructor(
    private readonly showCredential: ShowCredential,
    private readonly shareCredential: ShareCredential,
    private readonly countViews: CountViews,
    private readonly withdrawEvidence: WithdrawEvidence,
    private readonly documents: PublicDocuments,
  ) {}

  /** Choose who sees a credential of yours. */
  @Put(':id/visibility')
  @RoleAccess('credentials:write', 'learner', 'instructor', 'assessor', 'office', 'admin')
  @ApiOkResponse({ type: CredentialView })
  async showCredentialTo(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Body() { visibility }: VisibilityDto,
  ): Promise<CredentialView> {
    return presentCredential(await this.showCredential.run(actor, id, visibility), actor);
  }

  /** The share links of a credential of yours. */
  @Get(':id/share-links')
  @RoleAccess('credentials:read', 'learner', 'instructor', 'assessor', 'office', 'admin')
  @ApiOkResponse({ type: ShareLinksView })
  async listShareLinks(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<ShareLinksView> {
    return { items: (await this.shareCredential.list(actor, id)).map(presentShareLink) };
  }

  /** Make a link that opens a credential of yours, even a private one, until it ends. */
  @Post(':id/share-links')
  @RoleAccess('credentials:write', 'learner', 'instructor', 'assessor', 'office', 'admin')
  @ApiCreatedResponse({ type: CreatedShareLinkView })
  async createShareLink(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Body() { label, expiresAt }: CreateShareLinkDto,
  ): Promise<CreatedShareLinkView> {
    const { link, token } = await this.shareCredential.create(actor, id, { label, expiresAt: new Date(expiresAt) });
    return { ...presentShareLink(link), url: this.documents.addresses.share(token) };
  }

  /** End a share link. */
  @Delete(':id/share-links/:linkId')
  @HttpCode(204)
  @RoleAccess('credentials:write', 'learner', 'instructor', 'assessor', 'office', 'admin')
  @ApiNoContentResponse()
  async revokeShareLink(@CurrentActor() actor: Actor, @IdParam() id: string, @IdParam('linkId') linkId: string): Promise<void> {
    await this.shareCredential.revoke(actor, id, linkId);
  }

  /** How often the page of a credential of yours was opened. */
  @Get(':id/views')
  @RoleAccess('credentials:read', 'learner', 'instructor', 'assessor', 'office', 'admin')
  @ApiOkResponse({ type: CredentialViewsView })
  async listCredentialViews(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<CredentialViewsView> {
    return { items: await this.countViews.of(actor, id) };
  }

  /** The evidence that a credential of yours names. */
  @Get(':id/evidence')
  @RoleAccess('credentials:read', 'learner', 'instructor', 'assessor', 'office', 'admin')
  @ApiOkResponse({ type: EvidenceListView })
  async listEvidence(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<EvidenceListView> {
    const evidence = await this.withdrawEvidence.list(actor, id);
    return { items: evidence.map((one) => presentEvidence(one, this.documents.addresses)) };
  }

  /** Close the address of evidence, for good. The badge stays genuine. */
  @Post(':id/evidence/:evidenceId/withdrawal')
  @HttpCode(204)
  @RoleAccess('credentials:write', 'learner', 'instructor', 'assessor', 'office', 'admin')
  @ApiNoContentResponse()
  async withdrawOneEvidence(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @IdParam('evidenceId') evidenceId: string,
  ): Promise<void> {
    await this.withdrawEvidence.run(actor, id, evidenceId);
  }
}
