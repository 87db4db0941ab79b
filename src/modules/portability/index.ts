export { ImportRun } from './data/import-run.entity.js';
export { PersonalExport } from './data/personal-export.entity.js';
export { ErasureModule, PersonalExportsModule, PortabilityHttpModule, PortabilityJobsModule } from './portability.module.js';
export { StartDueErasures } from './use-cases/start-due-erasures.js';
export { ForgetPersonalExports } from './use-cases/forget-personal-exports.js';
