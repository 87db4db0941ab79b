import { defineProblem } from '../../platform/http/problem.js';

export const credentialState = defineProblem('credentials.wrong_state', 409, 'The credential is in another state');
export const notACredential = defineProblem('credentials.not_a_document', 400, 'There is no credential in the request');
