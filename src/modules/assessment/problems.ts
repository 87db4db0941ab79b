import { problemsIn } from '../../platform/http/problem.js';
import { de } from './problems.de.js';

const defineProblem = problemsIn({ de });

export const submissionRefused = defineProblem('assessment.submission_refused', 409, 'The work cannot be handed in now');
export const submissionUnfit = defineProblem('assessment.submission_unfit', 422, 'The work is not what the project asks for');
export const draftChanged = defineProblem('assessment.draft_changed', 412, 'The draft was changed elsewhere');
export const withdrawalRefused = defineProblem('assessment.withdrawal_refused', 409, 'The attempt cannot be taken back');
export const leaseHeld = defineProblem('assessment.lease_held', 409, 'Somebody else is grading this attempt');
export const leaseLost = defineProblem('assessment.lease_lost', 409, 'You are not grading this attempt');
export const alreadyDecided = defineProblem('assessment.already_decided', 409, 'The attempt has its verdict');
export const verdictRefused = defineProblem('assessment.verdict_refused', 422, 'This verdict cannot be given');
export const ownWork = defineProblem('assessment.own_work', 403, 'Nobody assesses their own work');
export const alreadyMarked = defineProblem('assessment.already_marked', 403, 'The second mark is somebody else’s');
export const correctionRefused = defineProblem('assessment.correction_refused', 422, 'The verdict cannot be corrected so');
export const commentBankFull = defineProblem('assessment.comment_bank_full', 409, 'The comment bank is full');
export const nothingToGrade = defineProblem('assessment.nothing_to_grade', 404, 'Nothing waits to be graded');
