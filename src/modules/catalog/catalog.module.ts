import { Module } from '@nestjs/common';
import { UploadsModule } from '../../platform/uploads/uploads.module.js';
import { InstitutionsModule } from '../institutions/index.js';
import { ActivitiesRepository } from './data/activities.repository.js';
import { CatalogueQuery } from './data/catalogue.query.js';
import { OutlineQuery } from './data/outline.query.js';
import { CourseFilesRepository } from './data/course-files.repository.js';
import { CoursesRepository } from './data/courses.repository.js';
import { EditionStore } from './data/edition-store.js';
import { EditionsRepository } from './data/editions.repository.js';
import { MicroCredentialsRepository } from './data/micro-credentials.repository.js';
import { ActivityController } from './http/activity.controller.js';
import { BadgeImageController } from './http/badge-image.controller.js';
import { CatalogueController } from './http/catalogue.controller.js';
import { CataloguePages } from './http/catalogue.pages.js';
import { CourseController } from './http/course.controller.js';
import { EditionController } from './http/edition.controller.js';
import { FileController } from './http/file.controller.js';
import { FileUploadsController } from './http/file-uploads.controller.js';
import { MicroCredentialController } from './http/micro-credential.controller.js';
import { TextPreviewController } from './http/text-preview.controller.js';
import { AddActivity } from './use-cases/add-activity.js';
import { ArrangeActivities } from './use-cases/arrange-activities.js';
import { BrowseCatalogue } from './use-cases/browse-catalogue.js';
import { ChangeActivity } from './use-cases/change-activity.js';
import { ChangeCourse } from './use-cases/change-course.js';
import { ChangeMicroCredential } from './use-cases/change-micro-credential.js';
import { CheckPublishing } from './use-cases/check-publishing.js';
import { CompareEditions } from './use-cases/compare-editions.js';
import { CreateCourse } from './use-cases/create-course.js';
import { CreateMicroCredential } from './use-cases/create-micro-credential.js';
import { DraftEditions } from './use-cases/draft-editions.js';
import { DuplicateActivity } from './use-cases/duplicate-activity.js';
import { DuplicateCourse } from './use-cases/duplicate-course.js';
import { DuplicateMicroCredential } from './use-cases/duplicate-micro-credential.js';
import { LearnerPages } from './use-cases/learner-pages.js';
import { PreviewActivity } from './use-cases/preview-activity.js';
import { PreviewText } from './use-cases/preview-text.js';
import { PublishEdition } from './use-cases/publish-edition.js';
import { PublishingCandidates } from './use-cases/publishing-candidates.js';
import { ReadCourseFiles } from './use-cases/read-course-files.js';
import { ReadCourses } from './use-cases/read-courses.js';
import { ReadEditions } from './use-cases/read-editions.js';
import { ReadMaterial } from './use-cases/read-material.js';
import { ReadMicroCredentials } from './use-cases/read-micro-credentials.js';
import { ReadOutline } from './use-cases/read-outline.js';
import { RefuseUnknownFiles } from './use-cases/refuse-unknown-files.js';
import { RemoveActivity } from './use-cases/remove-activity.js';
import { RetireMicroCredential } from './use-cases/retire-micro-credential.js';
import { SettleBody } from './use-cases/settle-body.js';
import { SettleDraft } from './use-cases/settle-draft.js';
import { StartFileUpload } from './use-cases/start-file-upload.js';
import { TakeFileUpload } from './use-cases/take-file-upload.js';
import { UploadCourseFile } from './use-cases/upload-course-file.js';

const repositories = [
  ActivitiesRepository,
  CatalogueQuery,
  OutlineQuery,
  CourseFilesRepository,
  CoursesRepository,
  EditionsRepository,
  MicroCredentialsRepository,
];

const useCases = [
  AddActivity,
  ArrangeActivities,
  BrowseCatalogue,
  ChangeActivity,
  ChangeCourse,
  ChangeMicroCredential,
  CheckPublishing,
  CompareEditions,
  CreateCourse,
  CreateMicroCredential,
  DraftEditions,
  DuplicateActivity,
  DuplicateCourse,
  DuplicateMicroCredential,
  LearnerPages,
  PreviewActivity,
  PreviewText,
  PublishEdition,
  ReadCourseFiles,
  ReadCourses,
  ReadEditions,
  ReadMaterial,
  ReadMicroCredentials,
  ReadOutline,
  RemoveActivity,
  RetireMicroCredential,
  StartFileUpload,
  TakeFileUpload,
  UploadCourseFile,
];

@Module({
  imports: [InstitutionsModule, UploadsModule],
  providers: [...repositories, EditionStore, PublishingCandidates, RefuseUnknownFiles, SettleBody, SettleDraft, ...useCases],
  exports: [EditionStore, ...useCases],
})
export class CatalogModule {}

@Module({
  imports: [CatalogModule],
  controllers: [
    ActivityController,
    BadgeImageController,
    CatalogueController,
    CataloguePages,
    CourseController,
    EditionController,
    FileController,
    FileUploadsController,
    MicroCredentialController,
    TextPreviewController,
  ],
})
export class CatalogHttpModule {}
