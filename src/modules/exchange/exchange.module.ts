import { Module } from '@nestjs/common';
import { CredentialsModule } from '../credentials/index.js';
import { InstitutionsModule } from '../institutions/index.js';
import { PeopleModule } from '../people/index.js';
import { BackpackRepository } from './data/backpack.repository.js';
import { InteractionsRepository } from './data/interactions.repository.js';
import { ServicesRepository } from './data/services.repository.js';
import { OAuthController } from './http/oauth.controller.js';
import { OAuthPages } from './http/oauth.pages.js';
import { OpenBadgesController } from './http/open-badges.controller.js';
import { ServicesController } from './http/services.controller.js';
import { VcApiController } from './http/vc-api.controller.js';
import { DescribeHolder } from './use-cases/describe-holder.js';
import { GiveTokens } from './use-cases/give-tokens.js';
import { GrantService } from './use-cases/grant-service.js';
import { KnowClient } from './use-cases/know-client.js';
import { KnowService } from './use-cases/know-service.js';
import { OwnServices } from './use-cases/own-services.js';
import { ReadBackpack } from './use-cases/read-backpack.js';
import { RegisterClient } from './use-cases/register-client.js';
import { ReviewAuthorization } from './use-cases/review-authorization.js';
import { RevokeToken } from './use-cases/revoke-token.js';
import { ServiceProfile } from './use-cases/service-profile.js';
import { StoreInBackpack } from './use-cases/store-in-backpack.js';

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

/** Hands credentials to programs: VC-API, the Open Badges 3.0 service API with its OAuth, wallets. Nobody imports it. */
@Module({
  imports: [CredentialsModule, InstitutionsModule, PeopleModule],
  providers: [BackpackRepository, InteractionsRepository, ServicesRepository, ...services, ...backpack],
  controllers: [VcApiController, OAuthController, OAuthPages, OpenBadgesController, ServicesController],
})
export class ExchangeHttpModule {}
