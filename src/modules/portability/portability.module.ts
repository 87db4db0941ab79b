import { Module } from '@nestjs/common';
import { CatalogModule } from '../catalog/index.js';
import { ImportRunsRepository } from './data/import-runs.repository.js';
import { ImportsController } from './http/imports.controller.js';
import { ApplyImport } from './use-cases/apply-import.js';
import { OpenImport } from './use-cases/open-import.js';
import { ReadImports } from './use-cases/read-imports.js';
import { StorePackage } from './use-cases/store-package.js';
import { UploadImport } from './use-cases/upload-import.js';

@Module({
  imports: [CatalogModule],
  controllers: [ImportsController],
  providers: [ImportRunsRepository, ApplyImport, OpenImport, ReadImports, StorePackage, UploadImport],
})
export class PortabilityHttpModule {}
