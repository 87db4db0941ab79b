import { AssessmentDraft } from './assessment-draft.entity.js';
import { Assessment } from './assessment.entity.js';
import { AttemptWithdrawal } from './attempt-withdrawal.entity.js';
import { Attempt } from './attempt.entity.js';
import { GradingLease } from './grading-lease.entity.js';
import { Submission } from './submission.entity.js';

export const assessmentEntities = [Submission, Attempt, AttemptWithdrawal, GradingLease, AssessmentDraft, Assessment];
