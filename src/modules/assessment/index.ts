export { AssessmentHttpModule, AssessmentModule } from './assessment.module.js';
export { assessmentEntities } from './data/entities.js';
export { issueCredential } from './jobs/issue-credential.js';
export { judgeByRule, type RuleGround, type RuleJudgement, type RuleObstacle } from './domain/judge-by-rule.js';
export { AssessmentRecord, type StandingAssessment } from './use-cases/assessment-record.js';
export { type GradedWork, GradedWorks } from './use-cases/graded-works.js';
export { PassByRule } from './use-cases/pass-by-rule.js';
export { type MyJourney, ReadMyJourneys } from './use-cases/read-my-journeys.js';
