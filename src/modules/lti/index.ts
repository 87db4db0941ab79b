export { LtiGradesHttpModule, LtiGradesJobsModule, LtiGradesModule } from './grades.module.js';
export { LtiHttpModule, LtiModule } from './lti.module.js';
export { RepairScores } from './use-cases/grades/repair-scores.js';
