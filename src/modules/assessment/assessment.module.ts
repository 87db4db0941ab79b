import { Module } from '@nestjs/common';
import { UploadsModule } from '../../platform/uploads/uploads.module.js';
import { CatalogModule } from '../catalog/index.js';
import { EnrollmentModule } from '../enrollment/index.js';
import { LearningModule } from '../learning/index.js';
import { PeopleModule } from '../people/index.js';
import { GradingRepository } from './data/grading.repository.js';
import { GradingQueueQuery } from './data/grading-queue.query.js';
import { GradingWorkRepository } from './data/grading-work.repository.js';
import { KeptCommentsRepository } from './data/kept-comments.repository.js';
import { SubmissionsRepository } from './data/submissions.repository.js';
import { CommentBankController } from './http/comment-bank.controller.js';
import { GradingController } from './http/grading.controller.js';
import { MyJourneysController } from './http/my-journeys.controller.js';
import { ProjectController } from './http/project.controller.js';
import { ProjectPreviewController } from './http/project-preview.controller.js';
import { RubricTrialController } from './http/rubric-trial.controller.js';
import { SubmissionUploadsController } from './http/submission-uploads.controller.js';
import { AssessmentRecord } from './use-cases/assessment-record.js';
import { ChangeKeptComment } from './use-cases/change-kept-comment.js';
import { ClaimAttempt } from './use-cases/claim-attempt.js';
import { CommentBankPlace } from './use-cases/comment-bank-place.js';
import { CorrectVerdict } from './use-cases/correct-verdict.js';
import { DropKeptComment } from './use-cases/drop-kept-comment.js';
import { GiveVerdict } from './use-cases/give-verdict.js';
import { GradedWorks } from './use-cases/graded-works.js';
import { KeepComment } from './use-cases/keep-comment.js';
import { LoadGrading } from './use-cases/load-grading.js';
import { LoadWorkspace } from './use-cases/load-workspace.js';
import { PassByRule } from './use-cases/pass-by-rule.js';
import { PreviewProject } from './use-cases/preview-project.js';
import { ReadAttempts } from './use-cases/read-attempts.js';
import { ReadGrading } from './use-cases/read-grading.js';
import { ReadKeptComments } from './use-cases/read-kept-comments.js';
import { ReadMyJourneys } from './use-cases/read-my-journeys.js';
import { ReadProject } from './use-cases/read-project.js';
import { ReceiveSubmissionFile } from './use-cases/receive-submission-file.js';
import { SaveAssessmentDraft } from './use-cases/save-assessment-draft.js';
import { SaveDraft } from './use-cases/save-draft.js';
import { SettleVerdict } from './use-cases/settle-verdict.js';
import { SurveyGrading } from './use-cases/survey-grading.js';
import { StartSubmissionUpload } from './use-cases/start-submission-upload.js';
import { SubmitAttempt } from './use-cases/submit-attempt.js';
import { TakeSubmissionUpload } from './use-cases/take-submission-upload.js';
import { TellAssessors } from './use-cases/tell-assessors.js';
import { UseKeptComment } from './use-cases/use-kept-comment.js';
import { WithdrawAttempt } from './use-cases/withdraw-attempt.js';

const useCases = [
  AssessmentRecord,
  ChangeKeptComment,
  ClaimAttempt,
  CommentBankPlace,
  CorrectVerdict,
  DropKeptComment,
  GiveVerdict,
  GradedWorks,
  KeepComment,
  LoadGrading,
  LoadWorkspace,
  PassByRule,
  PreviewProject,
  ReadAttempts,
  ReadGrading,
  ReadKeptComments,
  ReadMyJourneys,
  ReadProject,
  ReceiveSubmissionFile,
  SaveAssessmentDraft,
  SaveDraft,
  SettleVerdict,
  StartSubmissionUpload,
  SubmitAttempt,
  TakeSubmissionUpload,
  TellAssessors,
  SurveyGrading,
  UseKeptComment,
  WithdrawAttempt,
];

@Module({
  imports: [CatalogModule, EnrollmentModule, LearningModule, PeopleModule, UploadsModule],
  providers: [
    GradingQueueQuery,
    GradingRepository,
    GradingWorkRepository,
    KeptCommentsRepository,
    SubmissionsRepository,
    ...useCases,
  ],
  exports: useCases,
})
export class AssessmentModule {}

@Module({
  imports: [AssessmentModule],
  controllers: [
    MyJourneysController,
    ProjectController,
    SubmissionUploadsController,
    ProjectPreviewController,
    GradingController,
    CommentBankController,
    RubricTrialController,
  ],
})
export class AssessmentHttpModule {}
