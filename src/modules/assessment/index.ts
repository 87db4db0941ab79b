export { AssessmentHttpModule, AssessmentModule } from './assessment.module.js';
export { Assessment } from './data/assessment.entity.js';
export { Attempt } from './data/attempt.entity.js';
export { assessmentEntities } from './data/entities.js';
export { issueCredential } from './jobs/issue-credential.js';
export { AssessmentRecord } from './use-cases/assessment-record.js';
