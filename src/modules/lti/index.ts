export { LtiAccountsHttpModule } from './accounts.module.js';
export { LtiGradesHttpModule, LtiGradesJobsModule, LtiGradesModule } from './grades.module.js';
export { LtiLaunchingHttpModule } from './launching.module.js';
export { LtiRegisteringHttpModule } from './registering.module.js';
export { RepairScores } from './use-cases/grades/repair-scores.js';
