import { problemsIn } from '../../platform/http/problem.js';
import { de } from './problems.de.js';

const defineProblem = problemsIn({ de });

export const signInFailed = defineProblem('access.sign_in_failed', 401, 'This e-mail address and password do not fit');
export const linkNotValid = defineProblem('access.link_not_valid', 410, 'This link cannot be used');
export const freshSignInNeeded = defineProblem('access.fresh_sign_in_needed', 403, 'Sign in again first');
export const wrongPassword = defineProblem('person.wrong_password', 422, 'The current password is wrong');
export const unfitPassword = defineProblem('person.unfit_password', 422, 'This password cannot be used');
export const unfitDetails = defineProblem('person.unfit_details', 422, 'Some details cannot be used');
export const emailTaken = defineProblem('person.email_taken', 409, 'This e-mail address is taken');
export const lastAdministrator = defineProblem(
  'member.last_administrator',
  409,
  'Somebody must be able to administer the institution',
);
export const alreadyMember = defineProblem('invitation.already_member', 409, 'This person is a member already');
export const invitationNotValid = defineProblem('invitation.not_valid', 410, 'This invitation cannot be used');
export const proveYourself = defineProblem('invitation.prove_yourself', 401, 'Show that this is you');
export const invitedSomebodyElse = defineProblem('invitation.for_somebody_else', 403, 'This invitation is for somebody else');
export const memberSuspended = defineProblem('member.suspended', 403, 'This membership is suspended');
export const tooManyTokens = defineProblem('api_token.too_many', 409, 'You have as many tokens as one person may have');
