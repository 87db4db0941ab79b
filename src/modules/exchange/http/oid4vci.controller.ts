import { Body, Controller, Get, Header, Headers, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiNoContentResponse, ApiOkResponse, ApiResponse, ApiTags } from '@nestjs/swagger';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { Environment } from '../../../platform/config/environment.js';
import { PublicAccess } from '../../../platform/http/access.js';
import { ErrorsAs } from '../../../platform/http/error-form.js';
import { Problem } from '../../../platform/http/problem.js';
import { CurrentVisitor, type Visitor } from '../../people/index.js';
import { preAuthorizedCode } from '../domain/interaction.js';
import { WALLET_ACCESS_LIFE_MS } from '../domain/terms.js';
import { interactionOver, invalidToken } from '../problems.js';
import { ClaimByOid4vci } from '../use-cases/claim-by-oid4vci.js';
import { FindIssuer } from '../use-cases/find-issuer.js';
import { OpenInteraction } from '../use-cases/open-interaction.js';
import { RedeemOffer } from '../use-cases/redeem-offer.js';
import { WalletForms } from '../use-cases/wallet-forms.js';
import { WalletSecrets } from '../use-cases/wallet-secrets.js';
import { OAuthErrorView } from './oauth.dto.js';
import { oauthErrors } from './oauth-errors.js';
import { NonceView, WalletTokenView } from './oid4vci.dto.js';
import { credentialIssuer, presentCredentialIssuer, presentOffer, presentWalletAuthorizationServer } from './present-oid4vci.js';
import { readObject, readTexts } from './read-body.js';

const OBJECT = { content: { 'application/json': { schema: { type: 'object', additionalProperties: true } } } };

/** OpenID for Verifiable Credential Issuance 1.0, with the pre-authorised code of an interaction; one issuer for each institution. */
@ApiTags('Wallets')
@Controller()
@PublicAccess()
@ErrorsAs(oauthErrors)
@ApiResponse({ status: 400, type: OAuthErrorView })
@ApiResponse({ status: 401, type: OAuthErrorView })
@ApiResponse({ status: 404, type: OAuthErrorView })
export class Oid4vciController {
  constructor(
    private readonly issuers: FindIssuer,
    private readonly open: OpenInteraction,
    private readonly redeem: RedeemOffer,
    private readonly claim: ClaimByOid4vci,
    private readonly forms: WalletForms,
    private readonly secrets: WalletSecrets,
    private readonly environment: Environment,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The institution as a credential issuer (§12.2). */
  @Get('.well-known/openid-credential-issuer/issuers/:slug')
  @Header('access-control-allow-origin', '*')
  @ApiOkResponse(OBJECT)
  async describeCredentialIssuer(@Param('slug') slug: string): Promise<object> {
    const institution = await this.issuers.run(slug);
    const configurations = await this.forms.configurations(institution.id);
    return presentCredentialIssuer(this.environment.publicUrl, institution, configurations);
  }

  /** Where its wallets get their tokens (RFC 8414). */
  @Get('.well-known/oauth-authorization-server/issuers/:slug')
  @Header('access-control-allow-origin', '*')
  @ApiOkResponse(OBJECT)
  async describeWalletAuthorizationServer(@Param('slug') slug: string): Promise<object> {
    return presentWalletAuthorizationServer(this.environment.publicUrl, await this.issuers.run(slug));
  }

  /** The offer that an interaction refers to (§4.1.3). Uses nothing up. */
  @Get('interactions/:token/offer')
  @Header('cache-control', 'no-store')
  @ApiOkResponse(OBJECT)
  @ApiResponse({ status: 410, type: OAuthErrorView })
  async showCredentialOffer(@Param('token') token: string): Promise<object> {
    const { interaction, institution, state } = await this.open.look(token);
    if (state !== 'open') throw new Problem(interactionOver);
    const offered = Object.keys(await this.forms.configurations(institution.id));
    const withTransactionCode = interaction.transactionCodeHash !== null;
    return presentOffer(this.issuerOf(institution.slug), offered, { code: preAuthorizedCode(token), withTransactionCode });
  }

  /** Redeem the code of an offer (§6). */
  @Post('issuers/:slug/oid4vci/token')
  @HttpCode(200)
  @ApiConsumes('application/x-www-form-urlencoded')
  @ApiBody({ schema: { type: 'object', description: 'grant_type, pre-authorized_code, tx_code.' } })
  @ApiOkResponse({ type: WalletTokenView })
  async giveWalletToken(
    @Param('slug') slug: string,
    @Body() body: unknown,
    @CurrentVisitor() { network }: Visitor,
  ): Promise<WalletTokenView> {
    const { id } = await this.issuers.run(slug);
    const token = await this.redeem.run(id, readTexts(body), network);
    return { access_token: token, token_type: 'bearer', expires_in: WALLET_ACCESS_LIFE_MS / 1_000 };
  }

  /** A nonce for the proof (§7). */
  @Post('issuers/:slug/oid4vci/nonce')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @ApiOkResponse({ type: NonceView })
  async giveNonce(@Param('slug') slug: string): Promise<NonceView> {
    await this.issuers.run(slug);
    return { c_nonce: this.secrets.newNonce(this.issuerOf(slug), this.clock.now()) };
  }

  /**
   * Fetch the credential with the token and a proof of the wallet's key (§8): the exact signed JSON or token. Where the learner wished it,
   * it names that key as its holder.
   */
  @Post('issuers/:slug/oid4vci/credential')
  @HttpCode(200)
  @Header('content-type', 'application/json; charset=utf-8')
  @ApiBody({ schema: { type: 'object', description: 'credential_configuration_id, and proofs with one jwt.' } })
  @ApiOkResponse(OBJECT)
  async giveCredential(
    @Param('slug') slug: string,
    @Headers('authorization') authorization: string | undefined,
    @Body() body: unknown,
  ): Promise<string> {
    const token = bearerToken(authorization);
    const { id } = await this.issuers.run(slug);
    const { credential, notificationId } = await this.claim.run(id, this.issuerOf(slug), token, readObject(body));
    return `{"credentials":[{"credential":${credential}}],"notification_id":"${notificationId}"}`;
  }

  /** Tell what became of it (§11). */
  @Post('issuers/:slug/oid4vci/notification')
  @HttpCode(204)
  @ApiBody({ schema: { type: 'object', description: 'notification_id and event.' } })
  @ApiNoContentResponse()
  async noteNotification(
    @Param('slug') slug: string,
    @Headers('authorization') authorization: string | undefined,
    @Body() body: unknown,
  ): Promise<void> {
    await this.issuers.run(slug);
    await this.claim.notify(bearerToken(authorization), readObject(body));
  }

  private issuerOf(slug: string): string {
    return credentialIssuer(this.environment.publicUrl, slug);
  }
}

function bearerToken(authorization: string | undefined): string {
  const token = /^Bearer ([\w-]{43})$/i.exec(authorization ?? '')?.[1];
  if (token === undefined) throw new Problem(invalidToken);
  return token;
}
