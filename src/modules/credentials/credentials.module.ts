import { Module } from '@nestjs/common';
import { AssessmentModule } from '../assessment/index.js';
import { CatalogModule } from '../catalog/index.js';
import { EnrollmentModule } from '../enrollment/index.js';
import { InstitutionsModule } from '../institutions/index.js';
import { LearningModule } from '../learning/index.js';
import { PeopleModule } from '../people/index.js';
import { CredentialsRepository } from './data/credentials.repository.js';
import { SigningKeysRepository } from './data/signing-keys.repository.js';
import { StatusListsRepository } from './data/status-lists.repository.js';
import { CredentialsController } from './http/credentials.controller.js';
import { PublicDocumentsController } from './http/public-documents.controller.js';
import { IssueCredentialHandler } from './jobs/issue-credential.handler.js';
import { PublishStatusListHandler } from './jobs/publish-status-list.handler.js';
import { GatherPass } from './use-cases/gather-pass.js';
import { HeldCredentials } from './use-cases/held-credentials.js';
import { IssueCredential } from './use-cases/issue-credential.js';
import { KeyRing } from './use-cases/key-ring.js';
import { PairwiseNames } from './use-cases/pairwise-names.js';
import { PlanCredential } from './use-cases/plan-credential.js';
import { PublicDocuments } from './use-cases/public-documents.js';
import { PublishStatusList } from './use-cases/publish-status-list.js';
import { ReadCredentials } from './use-cases/read-credentials.js';
import { RepairCredentials } from './use-cases/repair-credentials.js';
import { RevokeCredential } from './use-cases/revoke-credential.js';
import { SignDocument } from './use-cases/sign-document.js';
import { StatusRegistry } from './use-cases/status-registry.js';
import { VerifyDocument } from './use-cases/verify-document.js';
import { VerifyPresentation } from './use-cases/verify-presentation.js';

const useCases = [
  GatherPass,
  HeldCredentials,
  IssueCredential,
  KeyRing,
  PairwiseNames,
  PlanCredential,
  PublicDocuments,
  PublishStatusList,
  ReadCredentials,
  RepairCredentials,
  RevokeCredential,
  SignDocument,
  StatusRegistry,
  VerifyDocument,
  VerifyPresentation,
];

@Module({
  imports: [AssessmentModule, CatalogModule, EnrollmentModule, InstitutionsModule, LearningModule, PeopleModule],
  providers: [CredentialsRepository, SigningKeysRepository, StatusListsRepository, ...useCases],
  exports: useCases,
})
export class CredentialsModule {}

@Module({ imports: [CredentialsModule], controllers: [CredentialsController, PublicDocumentsController] })
export class CredentialsHttpModule {}

@Module({ imports: [CredentialsModule], providers: [IssueCredentialHandler, PublishStatusListHandler] })
export class CredentialsJobsModule {}
