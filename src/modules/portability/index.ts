export { ImportRun } from './data/import-run.entity.js';
export { PortabilityHttpModule } from './portability.module.js';
