import { Module } from '@nestjs/common';
import { CredentialsModule } from '../credentials/index.js';
import { InstitutionsModule } from '../institutions/index.js';
import { PeopleModule } from '../people/index.js';
import { BackpackRepository } from './data/backpack.repository.js';
import { InteractionsRepository } from './data/interactions.repository.js';
import { ServicesRepository } from './data/services.repository.js';
import { ExchangeController } from './http/exchange.controller.js';
import { InteractionsController } from './http/interactions.controller.js';
import { OAuthController } from './http/oauth.controller.js';
import { OAuthPages } from './http/oauth.pages.js';
import { Oid4vciController } from './http/oid4vci.controller.js';
import { OpenBadgesController } from './http/open-badges.controller.js';
import { ServicesController } from './http/services.controller.js';
import { VcApiController } from './http/vc-api.controller.js';
import { WalletPageController } from './http/wallet-page.controller.js';
import { AdmitWallet } from './use-cases/admit-wallet.js';
import { ClaimByOid4vci } from './use-cases/claim-by-oid4vci.js';
import { ClaimByVcApi } from './use-cases/claim-by-vc-api.js';
import { DescribeHolder } from './use-cases/describe-holder.js';
import { FindIssuer } from './use-cases/find-issuer.js';
import { GiveTokens } from './use-cases/give-tokens.js';
import { GrantService } from './use-cases/grant-service.js';
import { KnowClient } from './use-cases/know-client.js';
import { KnowService } from './use-cases/know-service.js';
import { OpenInteraction } from './use-cases/open-interaction.js';
import { OwnServices } from './use-cases/own-services.js';
import { ReadBackpack } from './use-cases/read-backpack.js';
import { RedeemOffer } from './use-cases/redeem-offer.js';
import { RegisterClient } from './use-cases/register-client.js';
import { ReviewAuthorization } from './use-cases/review-authorization.js';
import { RevokeToken } from './use-cases/revoke-token.js';
import { ServiceProfile } from './use-cases/service-profile.js';
import { StartInteraction } from './use-cases/start-interaction.js';
import { StoreInBackpack } from './use-cases/store-in-backpack.js';
import { WalletForms } from './use-cases/wallet-forms.js';
import { WalletSecrets } from './use-cases/wallet-secrets.js';

const services = [
  DescribeHolder,
  GiveTokens,
  GrantService,
  KnowClient,
  KnowService,
  OwnServices,
  RegisterClient,
  ReviewAuthorization,
  RevokeToken,
];

const backpack = [ReadBackpack, ServiceProfile, StoreInBackpack];

const wallets = [
  AdmitWallet,
  ClaimByOid4vci,
  ClaimByVcApi,
  FindIssuer,
  OpenInteraction,
  RedeemOffer,
  StartInteraction,
  WalletForms,
  WalletSecrets,
];

/** Hands credentials to programs: VC-API, the Open Badges 3.0 service API with its OAuth, wallets. Nobody imports it. */
@Module({
  imports: [CredentialsModule, InstitutionsModule, PeopleModule],
  providers: [BackpackRepository, InteractionsRepository, ServicesRepository, ...services, ...backpack, ...wallets],
  controllers: [
    VcApiController,
    OAuthController,
    OAuthPages,
    OpenBadgesController,
    ServicesController,
    InteractionsController,
    WalletPageController,
    ExchangeController,
    Oid4vciController,
  ],
})
export class ExchangeHttpModule {}
