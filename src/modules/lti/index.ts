export { LtiAccountsHttpModule } from './accounts.module.js';
export { LtiGradesHttpModule, LtiGradesJobsModule, LtiGradesModule } from './grades.module.js';
export { LtiLaunchesModule } from './launches.module.js';
export { LtiLaunchingHttpModule } from './launching.module.js';
export { LtiNoticesHttpModule, LtiNoticesJobsModule } from './notices.module.js';
export { LtiRegisteringHttpModule } from './registering.module.js';
export { ForgetLaunches } from './use-cases/launch/forget-launches.js';
export { RepairScores } from './use-cases/grades/repair-scores.js';
