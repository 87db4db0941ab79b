import { Module } from '@nestjs/common';
import { InstitutionsRepository } from './data/institutions.repository.js';
import { InstitutionController } from './http/institution.controller.js';
import { CreateInstitution } from './use-cases/create-institution.js';
import { DescribeInstitution } from './use-cases/describe-institution.js';
import { ReadInstitution } from './use-cases/read-institution.js';

@Module({
  providers: [InstitutionsRepository, CreateInstitution, DescribeInstitution, ReadInstitution],
  exports: [InstitutionsRepository, CreateInstitution, DescribeInstitution, ReadInstitution],
})
export class InstitutionsModule {}

@Module({ imports: [InstitutionsModule], controllers: [InstitutionController] })
export class InstitutionsHttpModule {}
