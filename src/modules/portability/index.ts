export { ImportRun } from './data/import-run.entity.js';
export { PersonalExport } from './data/personal-export.entity.js';
export {
  ErasureModule,
  PersonalExportsModule,
  PortabilityHttpModule,
  PortabilityJobsModule,
  RetentionModule,
} from './portability.module.js';
export { CarryOutRetention } from './use-cases/carry-out-retention.js';
export { StartDueErasures } from './use-cases/start-due-erasures.js';
export { ForgetPersonalExports } from './use-cases/forget-personal-exports.js';
