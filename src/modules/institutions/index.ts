export { Institution } from './data/institution.entity.js';
export { InstitutionsRepository } from './data/institutions.repository.js';
export { InstitutionsHttpModule, InstitutionsModule } from './institutions.module.js';
export { CreateInstitution } from './use-cases/create-institution.js';
