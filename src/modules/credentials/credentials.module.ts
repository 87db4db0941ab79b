import { Module } from '@nestjs/common';
import { AssessmentModule } from '../assessment/index.js';
import { CatalogModule } from '../catalog/index.js';
import { EnrollmentModule } from '../enrollment/index.js';
import { InstitutionsModule } from '../institutions/index.js';
import { LearningModule } from '../learning/index.js';
import { PeopleModule } from '../people/index.js';
import { credentialRepositories } from './data/repositories.js';
import { StatusListsRepository } from './data/status-lists.repository.js';
import { AnswerVerification } from './http/answer-verification.js';
import { BadgePages } from './http/badge.pages.js';
import { BadgeSharingPages } from './http/badge-sharing.pages.js';
import { CorrectionsController } from './http/corrections.controller.js';
import { CredentialChoicesController } from './http/credential-choices.controller.js';
import { CredentialFormsController } from './http/credential-forms.controller.js';
import { CredentialsController } from './http/credentials.controller.js';
import { EndorsementsController } from './http/endorsements.controller.js';
import { HistoricImportsController } from './http/historic-imports.controller.js';
import { IssuerKeysController } from './http/issuer-keys.controller.js';
import { PortfolioController } from './http/portfolio.controller.js';
import { PublicDocumentsController } from './http/public-documents.controller.js';
import { RequalificationController } from './http/requalification.controller.js';
import { RevocationsController } from './http/revocations.controller.js';
import { ServeCredentials } from './http/serve-credentials.js';
import { ServeStatusLists } from './http/serve-status-lists.js';
import { ServeVerifications } from './http/serve-verifications.js';
import { SharedDocumentsController } from './http/shared-documents.controller.js';
import { SharingController } from './http/sharing.controller.js';
import { SigningKeysController } from './http/signing-keys.controller.js';
import { VerifyController } from './http/verify.controller.js';
import { AwardRequalifiedHandler } from './jobs/award-requalified.handler.js';
import { AwardHistoricHandler } from './jobs/award-historic.handler.js';
import { FindReissuesHandler } from './jobs/find-reissues.handler.js';
import { IssueCredentialHandler } from './jobs/issue-credential.handler.js';
import { MakeVcJwtsHandler } from './jobs/make-vc-jwts.handler.js';
import { PublishKeyHistoryHandler } from './jobs/publish-key-history.handler.js';
import { PublishStatusListHandler } from './jobs/publish-status-list.handler.js';
import { ReissueForKeyHandler } from './jobs/reissue-for-key.handler.js';
import { RevokeBatchHandler } from './jobs/revoke-batch.handler.js';
import { SignEndorsementHandler } from './jobs/sign-endorsement.handler.js';
import { StoreSuccessorHandler } from './jobs/store-successor.handler.js';
import { TellLearnersHandler } from './jobs/tell-learners.handler.js';
import { KeyCustody } from './proof/keys/key-custody.js';
import { AdmitLearners } from './use-cases/historic/admit-learners.js';
import { ArrangePortfolio } from './use-cases/sharing/arrange-portfolio.js';
import { AwardRequalified } from './use-cases/requalifying/award-requalified.js';
import { AwardAgain } from './use-cases/historic/award-again.js';
import { AwardHistoric } from './use-cases/historic/award-historic.js';
import { BadgeLetters } from './use-cases/issuing/badge-letters.js';
import { BindCredential } from './use-cases/superseding/bind-credential.js';
import { CarryOutRevocations } from './use-cases/status/carry-out-revocations.js';
import { CheckHistoricFile } from './use-cases/historic/check-historic-file.js';
import { ChooseParticulars } from './use-cases/superseding/choose-particulars.js';
import { ChooseVcJwts } from './use-cases/issuing/choose-vc-jwts.js';
import { CompleteSignedForms } from './use-cases/issuing/complete-signed-forms.js';
import { CompromiseKey } from './use-cases/keys/compromise-key.js';
import { ConfirmAwards } from './use-cases/requalifying/confirm-awards.js';
import { ConfirmHistoricImport } from './use-cases/historic/confirm-historic-import.js';
import { CountViews } from './use-cases/sharing/count-views.js';
import { DecideCorrection } from './use-cases/superseding/decide-correction.js';
import { DecideEndorsement } from './use-cases/endorsing/decide-endorsement.js';
import { DidChallenges } from './use-cases/superseding/did-challenges.js';
import { EndorsedSubject } from './use-cases/endorsing/endorsed-subject.js';
import { ExpireCredentials } from './use-cases/status/expire-credentials.js';
import { ExplainLostKey } from './use-cases/keys/explain-lost-key.js';
import { FindQualified } from './use-cases/requalifying/find-qualified.js';
import { ForgetViews } from './use-cases/sharing/forget-views.js';
import { FreezeCredentials } from './use-cases/issuing/freeze-credentials.js';
import { FreezeHistoricAwards } from './use-cases/historic/freeze-historic-awards.js';
import { GatherParticulars } from './use-cases/issuing/gather-particulars.js';
import { GatherPass } from './use-cases/issuing/gather-pass.js';
import { GiveEndorsement } from './use-cases/endorsing/give-endorsement.js';
import { HeldCredentials } from './use-cases/sharing/held-credentials.js';
import { IssueCredential } from './use-cases/issuing/issue-credential.js';
import { IssuerKeyDocuments } from './use-cases/keys/issuer-key-documents.js';
import { KeyRing } from './use-cases/keys/key-ring.js';
import { LocalKeyCustody } from './use-cases/keys/local-key-custody.js';
import { ListNewlyQualified } from './use-cases/requalifying/list-newly-qualified.js';
import { LookUpDocuments } from './use-cases/verifying/look-up-documents.js';
import { MakeVcJwts } from './use-cases/issuing/make-vc-jwts.js';
import { OwnStatus } from './use-cases/status/own-status.js';
import { PairwiseNames } from './use-cases/issuing/pairwise-names.js';
import { PlanCredential } from './use-cases/issuing/plan-credential.js';
import { PlanForm } from './use-cases/endorsing/plan-form.js';
import { PlanHistoricAwards } from './use-cases/historic/plan-historic-awards.js';
import { PlanRevocations } from './use-cases/status/plan-revocations.js';
import { PublicDocuments } from './use-cases/sharing/public-documents.js';
import { PublishedBytes } from './use-cases/sharing/published-bytes.js';
import { PublishKeyHistory } from './use-cases/keys/publish-key-history.js';
import { PublishStatusList } from './use-cases/status/publish-status-list.js';
import { QueueReissues } from './use-cases/keys/queue-reissues.js';
import { ReadBadgePlaces } from './use-cases/issuing/read-badge-places.js';
import { ReadCredentials } from './use-cases/sharing/read-credentials.js';
import { ReadEndorsements } from './use-cases/endorsing/read-endorsements.js';
import { ReadRequalifications } from './use-cases/requalifying/read-requalifications.js';
import { ReadHistoricImports } from './use-cases/historic/read-historic-imports.js';
import { ReadSigningKeys } from './use-cases/keys/read-signing-keys.js';
import { ReadVcJwt } from './use-cases/sharing/read-vc-jwt.js';
import { ReceiveEndorsement } from './use-cases/endorsing/receive-endorsement.js';
import { ReissueForKey } from './use-cases/keys/reissue-for-key.js';
import { ReissueWithChoices } from './use-cases/superseding/reissue-with-choices.js';
import { RepairCredentials } from './use-cases/issuing/repair-credentials.js';
import { RepairHistoricAwards } from './use-cases/historic/repair-historic-awards.js';
import { ReplaceCredential } from './use-cases/superseding/replace-credential.js';
import { RequestCorrection } from './use-cases/superseding/request-correction.js';
import { ResendLetter } from './use-cases/issuing/resend-letter.js';
import { RevokeCredential } from './use-cases/status/revoke-credential.js';
import { RevokeForms } from './use-cases/status/revoke-forms.js';
import { RotateKey } from './use-cases/keys/rotate-key.js';
import { ShareCredential } from './use-cases/sharing/share-credential.js';
import { ShowCredential } from './use-cases/sharing/show-credential.js';
import { ShowEndorsement } from './use-cases/endorsing/show-endorsement.js';
import { SignDocument } from './use-cases/keys/sign-document.js';
import { SignEndorsement } from './use-cases/endorsing/sign-endorsement.js';
import { SignIntents } from './use-cases/issuing/sign-intents.js';
import { StatusListBytes } from './use-cases/status/status-list-bytes.js';
import { StatusRegistry } from './use-cases/status/status-registry.js';
import { StoreCredentials } from './use-cases/issuing/store-credentials.js';
import { TellLearners } from './use-cases/issuing/tell-learners.js';
import { StoreSuccessor } from './use-cases/superseding/store-successor.js';
import { SupersedeCredential } from './use-cases/superseding/supersede-credential.js';
import { SuspendCredential } from './use-cases/status/suspend-credential.js';
import { TakeBackAll } from './use-cases/status/take-back-all.js';
import { UnnameCredentials } from './use-cases/superseding/unname-credentials.js';
import { UploadHistoricImport } from './use-cases/historic/upload-historic-import.js';
import { VerifyBrought } from './use-cases/verifying/verify-brought.js';
import { VerifyDocument } from './use-cases/verifying/verify-document.js';
import { VerifyPresentation } from './use-cases/verifying/verify-presentation.js';
import { WithdrawEndorsement } from './use-cases/endorsing/withdraw-endorsement.js';
import { WithdrawEvidence } from './use-cases/superseding/withdraw-evidence.js';

const useCases = [
  AdmitLearners,
  ArrangePortfolio,
  AwardRequalified,
  AwardAgain,
  AwardHistoric,
  BadgeLetters,
  BindCredential,
  CarryOutRevocations,
  CheckHistoricFile,
  ChooseParticulars,
  ChooseVcJwts,
  CompleteSignedForms,
  CompromiseKey,
  ConfirmAwards,
  ConfirmHistoricImport,
  CountViews,
  DecideCorrection,
  DecideEndorsement,
  DidChallenges,
  EndorsedSubject,
  ExpireCredentials,
  ExplainLostKey,
  FindQualified,
  ForgetViews,
  FreezeCredentials,
  FreezeHistoricAwards,
  GatherParticulars,
  GatherPass,
  GiveEndorsement,
  HeldCredentials,
  IssueCredential,
  IssuerKeyDocuments,
  KeyRing,
  ListNewlyQualified,
  LookUpDocuments,
  MakeVcJwts,
  OwnStatus,
  PairwiseNames,
  PlanCredential,
  PlanForm,
  PlanHistoricAwards,
  PlanRevocations,
  PublicDocuments,
  PublishedBytes,
  PublishKeyHistory,
  PublishStatusList,
  QueueReissues,
  ReadBadgePlaces,
  ReadCredentials,
  ReadEndorsements,
  ReadRequalifications,
  ReadHistoricImports,
  ReadSigningKeys,
  ReadVcJwt,
  ReceiveEndorsement,
  ReissueForKey,
  ReissueWithChoices,
  RepairCredentials,
  RepairHistoricAwards,
  ReplaceCredential,
  RequestCorrection,
  ResendLetter,
  RevokeCredential,
  RevokeForms,
  RotateKey,
  ShareCredential,
  ShowCredential,
  ShowEndorsement,
  SignDocument,
  SignEndorsement,
  SignIntents,
  StatusRegistry,
  StoreCredentials,
  StoreSuccessor,
  SupersedeCredential,
  SuspendCredential,
  TakeBackAll,
  TellLearners,
  UnnameCredentials,
  UploadHistoricImport,
  VerifyBrought,
  VerifyDocument,
  VerifyPresentation,
  WithdrawEndorsement,
  WithdrawEvidence,
];

@Module({
  imports: [AssessmentModule, CatalogModule, EnrollmentModule, InstitutionsModule, LearningModule, PeopleModule],
  providers: [{ provide: KeyCustody, useClass: LocalKeyCustody }, ...credentialRepositories, ...useCases],
  exports: useCases,
})
export class CredentialsModule {}

@Module({
  imports: [CredentialsModule],
  controllers: [
    BadgePages,
    BadgeSharingPages,
    CorrectionsController,
    CredentialChoicesController,
    CredentialFormsController,
    CredentialsController,
    EndorsementsController,
    HistoricImportsController,
    IssuerKeysController,
    PortfolioController,
    PublicDocumentsController,
    RequalificationController,
    RevocationsController,
    SharedDocumentsController,
    SharingController,
    SigningKeysController,
    VerifyController,
  ],
  providers: [AnswerVerification, ServeCredentials, ServeStatusLists, ServeVerifications, StatusListBytes, StatusListsRepository],
})
export class CredentialsHttpModule {}

@Module({
  imports: [CredentialsModule],
  providers: [
    AwardRequalifiedHandler,
    AwardHistoricHandler,
    FindReissuesHandler,
    IssueCredentialHandler,
    MakeVcJwtsHandler,
    PublishKeyHistoryHandler,
    PublishStatusListHandler,
    ReissueForKeyHandler,
    RevokeBatchHandler,
    SignEndorsementHandler,
    StoreSuccessorHandler,
    TellLearnersHandler,
  ],
})
export class CredentialsJobsModule {}
