export { LtiGradesHttpModule, LtiGradesJobsModule, LtiGradesModule } from './grades.module.js';
export { LtiLaunchingHttpModule } from './launching.module.js';
export { LtiRegisteringHttpModule } from './registering.module.js';
export { LtiRostersHttpModule, LtiRostersJobsModule, LtiRostersModule } from './rosters.module.js';
export { RepairScores } from './use-cases/grades/repair-scores.js';
export { AskForRoster } from './use-cases/rosters/ask-for-roster.js';
