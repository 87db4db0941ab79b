export { AssessmentHttpModule, AssessmentModule } from './assessment.module.js';
export { assessmentEntities } from './data/entities.js';
export { issueCredential } from './jobs/issue-credential.js';
export { AssessmentRecord, type StandingAssessment } from './use-cases/assessment-record.js';
