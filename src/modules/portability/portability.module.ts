import { Module } from '@nestjs/common';
import { UploadsModule } from '../../platform/uploads/uploads.module.js';
import { CatalogModule } from '../catalog/index.js';
import { CredentialsModule } from '../credentials/index.js';
import { EnrollmentModule } from '../enrollment/index.js';
import { InstitutionsModule } from '../institutions/index.js';
import { PeopleModule } from '../people/index.js';
import { ErasingRepository } from './data/erasing.repository.js';
import { ErasuresRepository } from './data/erasures.repository.js';
import { ImportRunsRepository } from './data/import-runs.repository.js';
import { PersonalDataQuery } from './data/personal-data.query.js';
import { RetentionRepository } from './data/retention.repository.js';
import { PersonalExportsRepository } from './data/personal-exports.repository.js';
import { ErasuresController } from './http/erasures.controller.js';
import { ImportUploadsController } from './http/import-uploads.controller.js';
import { ImportsController } from './http/imports.controller.js';
import { OwnErasureController } from './http/own-erasure.controller.js';
import { PackagesController } from './http/packages.controller.js';
import { PersonalExportsController } from './http/personal-exports.controller.js';
import { RetentionController } from './http/retention.controller.js';
import { ErasePersonHandler } from './jobs/erase-person.handler.js';
import { MakePersonalExportHandler } from './jobs/make-personal-export.handler.js';
import { AnswerErasures } from './use-cases/answer-erasures.js';
import { ApplyImport } from './use-cases/apply-import.js';
import { CarryOutErasure } from './use-cases/carry-out-erasure.js';
import { CarryOutRetention } from './use-cases/carry-out-retention.js';
import { ExportPackage } from './use-cases/export-package.js';
import { ForgetPersonalExports } from './use-cases/forget-personal-exports.js';
import { GatherPersonalData } from './use-cases/gather-personal-data.js';
import { MakePersonalExport } from './use-cases/make-personal-export.js';
import { OpenImport } from './use-cases/open-import.js';
import { OwnErasure } from './use-cases/own-erasure.js';
import { OwnPersonalExports } from './use-cases/own-personal-exports.js';
import { PlanErasure } from './use-cases/plan-erasure.js';
import { ReadImports } from './use-cases/read-imports.js';
import { RequestPersonalExport } from './use-cases/request-personal-export.js';
import { RetentionSettings } from './use-cases/retention-settings.js';
import { StartDueErasures } from './use-cases/start-due-erasures.js';
import { StartImportUpload } from './use-cases/start-import-upload.js';
import { StorePackage } from './use-cases/store-package.js';
import { TakeImportUpload } from './use-cases/take-import-upload.js';
import { TellErased } from './use-cases/tell-erased.js';
import { UploadImport } from './use-cases/upload-import.js';

@Module({
  imports: [InstitutionsModule, PeopleModule],
  providers: [
    PersonalDataQuery,
    PersonalExportsRepository,
    ForgetPersonalExports,
    GatherPersonalData,
    MakePersonalExport,
    OwnPersonalExports,
    RequestPersonalExport,
  ],
  exports: [ForgetPersonalExports, MakePersonalExport, OwnPersonalExports, RequestPersonalExport],
})
export class PersonalExportsModule {}

@Module({
  imports: [CredentialsModule, EnrollmentModule, InstitutionsModule, PeopleModule],
  providers: [
    ErasingRepository,
    ErasuresRepository,
    AnswerErasures,
    CarryOutErasure,
    OwnErasure,
    PlanErasure,
    StartDueErasures,
    TellErased,
  ],
  exports: [AnswerErasures, CarryOutErasure, OwnErasure, StartDueErasures],
})
export class ErasureModule {}

@Module({
  imports: [InstitutionsModule],
  providers: [RetentionRepository, CarryOutRetention, RetentionSettings],
  exports: [CarryOutRetention, RetentionSettings],
})
export class RetentionModule {}

@Module({
  imports: [CatalogModule, ErasureModule, PersonalExportsModule, RetentionModule, UploadsModule],
  controllers: [
    ErasuresController,
    ImportsController,
    ImportUploadsController,
    OwnErasureController,
    PackagesController,
    PersonalExportsController,
    RetentionController,
  ],
  providers: [
    ImportRunsRepository,
    ApplyImport,
    ExportPackage,
    OpenImport,
    ReadImports,
    StartImportUpload,
    StorePackage,
    TakeImportUpload,
    UploadImport,
  ],
})
export class PortabilityHttpModule {}

@Module({ imports: [ErasureModule, PersonalExportsModule], providers: [ErasePersonHandler, MakePersonalExportHandler] })
export class PortabilityJobsModule {}
