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
import { VcJwtsRepository } from './data/vc-jwts.repository.js';
import { CredentialFormsController } from './http/credential-forms.controller.js';
import { CredentialsController } from './http/credentials.controller.js';
import { IssuerKeysController } from './http/issuer-keys.controller.js';
import { PublicDocumentsController } from './http/public-documents.controller.js';
import { SigningKeysController } from './http/signing-keys.controller.js';
import { IssueCredentialHandler } from './jobs/issue-credential.handler.js';
import { MakeVcJwtsHandler } from './jobs/make-vc-jwts.handler.js';
import { PublishKeyHistoryHandler } from './jobs/publish-key-history.handler.js';
import { PublishStatusListHandler } from './jobs/publish-status-list.handler.js';
import { KeyCustody } from './proof/key-custody.js';
import { ChooseVcJwts } from './use-cases/choose-vc-jwts.js';
import { CompleteSignedForms } from './use-cases/complete-signed-forms.js';
import { CompromiseKey } from './use-cases/compromise-key.js';
import { ExplainLostKey } from './use-cases/explain-lost-key.js';
import { GatherPass } from './use-cases/gather-pass.js';
import { IssueCredential } from './use-cases/issue-credential.js';
import { IssuerKeyDocuments } from './use-cases/issuer-key-documents.js';
import { KeyRing } from './use-cases/key-ring.js';
import { LocalKeyCustody } from './use-cases/local-key-custody.js';
import { MakeVcJwts } from './use-cases/make-vc-jwts.js';
import { PairwiseNames } from './use-cases/pairwise-names.js';
import { PlanCredential } from './use-cases/plan-credential.js';
import { PublicDocuments } from './use-cases/public-documents.js';
import { PublishKeyHistory } from './use-cases/publish-key-history.js';
import { PublishStatusList } from './use-cases/publish-status-list.js';
import { ReadCredentials } from './use-cases/read-credentials.js';
import { ReadSigningKeys } from './use-cases/read-signing-keys.js';
import { ReadVcJwt } from './use-cases/read-vc-jwt.js';
import { RepairCredentials } from './use-cases/repair-credentials.js';
import { RevokeCredential } from './use-cases/revoke-credential.js';
import { RotateKey } from './use-cases/rotate-key.js';
import { StatusRegistry } from './use-cases/status-registry.js';
import { VerifyDocument } from './use-cases/verify-document.js';

const useCases = [
  ChooseVcJwts,
  CompleteSignedForms,
  CompromiseKey,
  ExplainLostKey,
  GatherPass,
  IssueCredential,
  IssuerKeyDocuments,
  KeyRing,
  MakeVcJwts,
  PairwiseNames,
  PlanCredential,
  PublicDocuments,
  PublishKeyHistory,
  PublishStatusList,
  ReadCredentials,
  ReadSigningKeys,
  ReadVcJwt,
  RepairCredentials,
  RevokeCredential,
  RotateKey,
  StatusRegistry,
  VerifyDocument,
];

@Module({
  imports: [AssessmentModule, CatalogModule, EnrollmentModule, InstitutionsModule, LearningModule, PeopleModule],
  providers: [
    CredentialsRepository,
    SigningKeysRepository,
    StatusListsRepository,
    VcJwtsRepository,
    { provide: KeyCustody, useClass: LocalKeyCustody },
    ...useCases,
  ],
  exports: useCases,
})
export class CredentialsModule {}

@Module({
  imports: [CredentialsModule],
  controllers: [
    CredentialFormsController,
    CredentialsController,
    IssuerKeysController,
    PublicDocumentsController,
    SigningKeysController,
  ],
})
export class CredentialsHttpModule {}

@Module({
  imports: [CredentialsModule],
  providers: [IssueCredentialHandler, MakeVcJwtsHandler, PublishKeyHistoryHandler, PublishStatusListHandler],
})
export class CredentialsJobsModule {}
