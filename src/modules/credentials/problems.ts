import { defineProblem } from '../../platform/http/problem.js';

export const credentialState = defineProblem('credentials.wrong_state', 409, 'The credential is in another state');
export const notACredential = defineProblem('credentials.not_a_document', 400, 'There is no credential in the request');
export const keyCompromised = defineProblem('credentials.key_compromised', 410, 'The signing key was compromised');
export const formNotOffered = defineProblem('credentials.form_not_offered', 406, 'The credential is not offered in this form');
export const formNotMade = defineProblem('credentials.form_not_made', 404, 'The form is not made yet');
export const keyReportedBefore = defineProblem('credentials.key_reported', 409, 'The signing key was reported before');
