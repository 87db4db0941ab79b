import { Module } from '@nestjs/common';
import { UploadsModule } from '../../platform/uploads/uploads.module.js';
import { CatalogModule } from '../catalog/index.js';
import { InstitutionsModule } from '../institutions/index.js';
import { PeopleModule } from '../people/index.js';
import { ImportRunsRepository } from './data/import-runs.repository.js';
import { PersonalDataQuery } from './data/personal-data.query.js';
import { PersonalExportsRepository } from './data/personal-exports.repository.js';
import { ImportUploadsController } from './http/import-uploads.controller.js';
import { ImportsController } from './http/imports.controller.js';
import { PersonalExportsController } from './http/personal-exports.controller.js';
import { MakePersonalExportHandler } from './jobs/make-personal-export.handler.js';
import { ApplyImport } from './use-cases/apply-import.js';
import { ForgetPersonalExports } from './use-cases/forget-personal-exports.js';
import { GatherPersonalData } from './use-cases/gather-personal-data.js';
import { MakePersonalExport } from './use-cases/make-personal-export.js';
import { OpenImport } from './use-cases/open-import.js';
import { OwnPersonalExports } from './use-cases/own-personal-exports.js';
import { ReadImports } from './use-cases/read-imports.js';
import { RequestPersonalExport } from './use-cases/request-personal-export.js';
import { StartImportUpload } from './use-cases/start-import-upload.js';
import { StorePackage } from './use-cases/store-package.js';
import { TakeImportUpload } from './use-cases/take-import-upload.js';
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
  imports: [CatalogModule, PersonalExportsModule, UploadsModule],
  controllers: [ImportsController, ImportUploadsController, PersonalExportsController],
  providers: [
    ImportRunsRepository,
    ApplyImport,
    OpenImport,
    ReadImports,
    StartImportUpload,
    StorePackage,
    TakeImportUpload,
    UploadImport,
  ],
})
export class PortabilityHttpModule {}

@Module({ imports: [PersonalExportsModule], providers: [MakePersonalExportHandler] })
export class PortabilityJobsModule {}
