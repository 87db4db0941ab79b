import { Module } from '@nestjs/common';
import { CatalogModule } from '../catalog/index.js';
import { InstitutionsModule } from '../institutions/index.js';
import { PeopleModule } from '../people/index.js';
import { ImportRunsRepository } from './data/import-runs.repository.js';
import { PersonalDataQuery } from './data/personal-data.query.js';
import { PersonalExportsRepository } from './data/personal-exports.repository.js';
import { ImportsController } from './http/imports.controller.js';
import { PackagesController } from './http/packages.controller.js';
import { PersonalExportsController } from './http/personal-exports.controller.js';
import { MakePersonalExportHandler } from './jobs/make-personal-export.handler.js';
import { ApplyImport } from './use-cases/apply-import.js';
import { ExportPackage } from './use-cases/export-package.js';
import { ForgetPersonalExports } from './use-cases/forget-personal-exports.js';
import { GatherPersonalData } from './use-cases/gather-personal-data.js';
import { MakePersonalExport } from './use-cases/make-personal-export.js';
import { OpenImport } from './use-cases/open-import.js';
import { OwnPersonalExports } from './use-cases/own-personal-exports.js';
import { ReadImports } from './use-cases/read-imports.js';
import { RequestPersonalExport } from './use-cases/request-personal-export.js';
import { StorePackage } from './use-cases/store-package.js';
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
  imports: [CatalogModule, PersonalExportsModule],
  controllers: [ImportsController, PackagesController, PersonalExportsController],
  providers: [ImportRunsRepository, ApplyImport, ExportPackage, OpenImport, ReadImports, StorePackage, UploadImport],
})
export class PortabilityHttpModule {}

@Module({ imports: [PersonalExportsModule], providers: [MakePersonalExportHandler] })
export class PortabilityJobsModule {}
