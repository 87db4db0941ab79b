import { Module } from '@nestjs/common';
import { EnrollmentModule } from '../enrollment/index.js';
import { PeopleModule } from '../people/index.js';
import { ClaimsRepository } from './data/claims.repository.js';
import { LtiAccountPages } from './http/account.pages.js';
import { LtiAccountsController } from './http/accounts.controller.js';
import { LtiModule } from './lti.module.js';
import { AskForAccount } from './use-cases/accounts/ask-for-account.js';
import { LinkGuest } from './use-cases/accounts/link-guest.js';
import { ReadClaim } from './use-cases/accounts/read-claim.js';
import { SettleClaim } from './use-cases/accounts/settle-claim.js';
import { WaysIn } from './use-cases/accounts/ways-in.js';

/** Whose account a launch is: who came by a platform gets an account, or is who has one. */
@Module({
  imports: [LtiModule, EnrollmentModule, PeopleModule],
  providers: [ClaimsRepository, ReadClaim, AskForAccount, SettleClaim, LinkGuest, WaysIn],
  controllers: [LtiAccountsController, LtiAccountPages],
})
export class LtiAccountsHttpModule {}
