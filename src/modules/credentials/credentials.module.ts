import { Module } from '@nestjs/common';
import { AssessmentModule } from '../assessment/index.js';
import { CatalogModule } from '../catalog/index.js';
import { EnrollmentModule } from '../enrollment/index.js';
import { InstitutionsModule } from '../institutions/index.js';
import { LearningModule } from '../learning/index.js';
import { PeopleModule } from '../people/index.js';
import { ChoicesRepository } from './data/choices.repository.js';
import { CredentialsRepository } from './data/credentials.repository.js';
import { EvidenceRepository } from './data/evidence.repository.js';
import { PortfoliosRepository } from './data/portfolios.repository.js';
import { SharingRepository } from './data/sharing.repository.js';
import { SigningKeysRepository } from './data/signing-keys.repository.js';
import { StatusListsRepository } from './data/status-lists.repository.js';
import { BadgePages } from './http/badge.pages.js';
import { CredentialChoicesController } from './http/credential-choices.controller.js';
import { CredentialsController } from './http/credentials.controller.js';
import { PortfolioController } from './http/portfolio.controller.js';
import { PublicDocumentsController } from './http/public-documents.controller.js';
import { SharedDocumentsController } from './http/shared-documents.controller.js';
import { SharingController } from './http/sharing.controller.js';
import { IssueCredentialHandler } from './jobs/issue-credential.handler.js';
import { PublishStatusListHandler } from './jobs/publish-status-list.handler.js';
import { ArrangePortfolio } from './use-cases/arrange-portfolio.js';
import { ChooseParticulars } from './use-cases/choose-particulars.js';
import { CountViews } from './use-cases/count-views.js';
import { DidChallenges } from './use-cases/did-challenges.js';
import { ForgetViews } from './use-cases/forget-views.js';
import { GatherParticulars } from './use-cases/gather-particulars.js';
import { GatherPass } from './use-cases/gather-pass.js';
import { IssueCredential } from './use-cases/issue-credential.js';
import { KeyRing } from './use-cases/key-ring.js';
import { PairwiseNames } from './use-cases/pairwise-names.js';
import { PlanCredential } from './use-cases/plan-credential.js';
import { PublicDocuments } from './use-cases/public-documents.js';
import { PublishStatusList } from './use-cases/publish-status-list.js';
import { ReadBadgePlaces } from './use-cases/read-badge-places.js';
import { ReadCredentials } from './use-cases/read-credentials.js';
import { RepairCredentials } from './use-cases/repair-credentials.js';
import { RevokeCredential } from './use-cases/revoke-credential.js';
import { ShareCredential } from './use-cases/share-credential.js';
import { ShowCredential } from './use-cases/show-credential.js';
import { StatusRegistry } from './use-cases/status-registry.js';
import { VerifyDocument } from './use-cases/verify-document.js';
import { WithdrawEvidence } from './use-cases/withdraw-evidence.js';

const repositories = [
  ChoicesRepository,
  CredentialsRepository,
  EvidenceRepository,
  PortfoliosRepository,
  SharingRepository,
  SigningKeysRepository,
  StatusListsRepository,
];

const useCases = [
  ArrangePortfolio,
  ChooseParticulars,
  CountViews,
  DidChallenges,
  ForgetViews,
  GatherParticulars,
  GatherPass,
  IssueCredential,
  KeyRing,
  PairwiseNames,
  PlanCredential,
  PublicDocuments,
  PublishStatusList,
  ReadBadgePlaces,
  ReadCredentials,
  RepairCredentials,
  RevokeCredential,
  ShareCredential,
  ShowCredential,
  StatusRegistry,
  VerifyDocument,
  WithdrawEvidence,
];

@Module({
  imports: [AssessmentModule, CatalogModule, EnrollmentModule, InstitutionsModule, LearningModule, PeopleModule],
  providers: [...repositories, ...useCases],
  exports: useCases,
})
export class CredentialsModule {}

@Module({
  imports: [CredentialsModule],
  controllers: [
    BadgePages,
    CredentialChoicesController,
    CredentialsController,
    PortfolioController,
    PublicDocumentsController,
    SharedDocumentsController,
    SharingController,
  ],
})
export class CredentialsHttpModule {}

@Module({ imports: [CredentialsModule], providers: [IssueCredentialHandler, PublishStatusListHandler] })
export class CredentialsJobsModule {}
