import { Global, Module } from '@nestjs/common';
import { AUTHENTICATOR } from '../../platform/http/access-guard.js';
import { InstitutionsModule } from '../institutions/index.js';
import { ApiTokensRepository } from './data/api-tokens.repository.js';
import { InvitationsRepository } from './data/invitations.repository.js';
import { MembersRepository } from './data/members.repository.js';
import { PeopleRepository } from './data/people.repository.js';
import { SessionsRepository } from './data/sessions.repository.js';
import { SignInLinksRepository } from './data/sign-in-links.repository.js';
import { AccountController } from './http/account.controller.js';
import { AccountPages } from './http/account.pages.js';
import { ApiTokenController } from './http/api-token.controller.js';
import { InstitutionsController } from './http/institutions.controller.js';
import { InvitationController } from './http/invitation.controller.js';
import { InvitationPages } from './http/invitation.pages.js';
import { LinkPages } from './http/link.pages.js';
import { MemberController } from './http/member.controller.js';
import { PasswordResetController } from './http/password-reset.controller.js';
import { SessionController } from './http/session.controller.js';
import { SignInPages } from './http/sign-in.pages.js';
import { AcceptInvitation } from './use-cases/accept-invitation.js';
import { Authenticate } from './use-cases/authenticate.js';
import { ChangeEmail } from './use-cases/change-email.js';
import { ChangePassword } from './use-cases/change-password.js';
import { ChooseInstitution } from './use-cases/choose-institution.js';
import { ChoosePassword } from './use-cases/choose-password.js';
import { DescribeMe } from './use-cases/describe-me.js';
import { EndContextSessions } from './use-cases/end-context-sessions.js';
import { EndOtherSessions } from './use-cases/end-other-sessions.js';
import { EndSession } from './use-cases/end-session.js';
import { EnsureGuest } from './use-cases/ensure-guest.js';
import { EnsureGuests } from './use-cases/ensure-guests.js';
import { EnsureLearners } from './use-cases/ensure-learners.js';
import { EnsureMember } from './use-cases/ensure-member.js';
import { GiveWayIn } from './use-cases/give-way-in.js';
import { GrantRole } from './use-cases/grant-role.js';
import { GrantRoles } from './use-cases/grant-roles.js';
import { InviteMember } from './use-cases/invite-member.js';
import { IssueLink } from './use-cases/issue-link.js';
import { OpenInstitution } from './use-cases/open-institution.js';
import { OpenSession } from './use-cases/open-session.js';
import { OwnApiTokens } from './use-cases/own-api-tokens.js';
import { PasswordHasher } from './use-cases/password-hasher.js';
import { PeopleDirectory } from './use-cases/people-directory.js';
import { PrepareFirstAdministrator } from './use-cases/prepare-first-administrator.js';
import { ProveInvited } from './use-cases/prove-invited.js';
import { ProveOwnPassword } from './use-cases/prove-own-password.js';
import { ProvePassword } from './use-cases/prove-password.js';
import { ReadAccount } from './use-cases/read-account.js';
import { ReadInvitations } from './use-cases/read-invitations.js';
import { ReadMembers } from './use-cases/read-members.js';
import { RenameGuests } from './use-cases/rename-guests.js';
import { ReinstateMember } from './use-cases/reinstate-member.js';
import { RequestPasswordReset } from './use-cases/request-password-reset.js';
import { RevokeInvitation } from './use-cases/revoke-invitation.js';
import { RevokeRole } from './use-cases/revoke-role.js';
import { SendLetter } from './use-cases/send-letter.js';
import { SignIn } from './use-cases/sign-in.js';
import { SuspendMember } from './use-cases/suspend-member.js';
import { UseLink } from './use-cases/use-link.js';
import { WelcomeLearners } from './use-cases/welcome-learners.js';

const repositories = [
  PeopleRepository,
  MembersRepository,
  InvitationsRepository,
  SessionsRepository,
  SignInLinksRepository,
  ApiTokensRepository,
];

const accounts = [
  PasswordHasher,
  ProvePassword,
  ProveOwnPassword,
  ChoosePassword,
  OpenSession,
  IssueLink,
  SendLetter,
  SignIn,
  EndOtherSessions,
  EndContextSessions,
  EndSession,
  ChooseInstitution,
  ReadAccount,
  DescribeMe,
  ChangePassword,
  ChangeEmail,
  GiveWayIn,
  RequestPasswordReset,
  UseLink,
  OwnApiTokens,
];

const membership = [
  GrantRoles,
  GrantRole,
  RevokeRole,
  SuspendMember,
  ReinstateMember,
  ReadMembers,
  InviteMember,
  ReadInvitations,
  RevokeInvitation,
  ProveInvited,
  AcceptInvitation,
  EnsureGuest,
  EnsureGuests,
  EnsureLearners,
  WelcomeLearners,
  EnsureMember,
  PeopleDirectory,
  RenameGuests,
  OpenInstitution,
  PrepareFirstAdministrator,
];

@Module({
  imports: [InstitutionsModule],
  providers: [...repositories, ...accounts, ...membership],
  exports: [...accounts, ...membership],
})
export class PeopleModule {}

/** Tells the access guard who asks; apart, because every process that answers requests needs it, with or without pages. */
@Global()
@Module({ providers: [{ provide: AUTHENTICATOR, useClass: Authenticate }], exports: [AUTHENTICATOR] })
export class AuthenticationModule {}

@Module({
  imports: [PeopleModule],
  controllers: [
    SessionController,
    AccountController,
    ApiTokenController,
    PasswordResetController,
    MemberController,
    InvitationController,
    InstitutionsController,
    SignInPages,
    LinkPages,
    AccountPages,
    InvitationPages,
  ],
})
export class PeopleHttpModule {}
