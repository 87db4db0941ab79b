import { problemsIn } from '../../platform/http/problem.js';
import { de } from './problems.de.js';

const defineProblem = problemsIn({ de });

export const enrollmentRefused = defineProblem('enrollment.refused', 409, 'Enrolment is not possible');
export const enrollmentState = defineProblem('enrollment.wrong_state', 409, 'The enrolment is in another state');
export const offeringCancelled = defineProblem('enrollment.offering_cancelled', 409, 'The offering was cancelled');
export const offeringRuns = defineProblem('enrollment.offering_has_learners', 409, 'There are learners in the offering');
export const impossibleDates = defineProblem('enrollment.impossible_dates', 422, 'The dates do not fit together');
export const notAMember = defineProblem('enrollment.not_a_member', 422, 'The person is not a member of the institution');
export const enrollmentFileUnreadable = defineProblem('enrollment.file_unreadable', 422, 'The file of people cannot be read');
export const enrollmentRowsBad = defineProblem('enrollment.rows_bad', 409, 'Some rows of the file cannot be used');
export const nobodyToEnroll = defineProblem('enrollment.nobody_to_enroll', 409, 'The file has nobody to enrol');
export const unfitSite = defineProblem('enrollment.unfit_site', 422, 'A site cannot be named like this');
export const unsuitableStaff = defineProblem('enrollment.unsuitable_staff', 422, 'The person does not hold the role');
export const noPlaces = defineProblem('enrollment.no_places', 409, 'There are no such places');
export const nothingToDo = defineProblem('enrollment.act_changes_nothing', 409, 'The act would change nothing');
export const actNotUndoable = defineProblem('enrollment.act_not_undoable', 409, 'The act cannot be undone');
