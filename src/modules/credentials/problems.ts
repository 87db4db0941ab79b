import { defineProblem } from '../../platform/http/problem.js';

export const credentialState = defineProblem('credentials.wrong_state', 409, 'The credential is in another state');
export const endorsementState = defineProblem('credentials.endorsement_state', 409, 'The endorsement is in another state');
export const endorsementUnfit = defineProblem('credentials.endorsement_unfit', 422, 'The endorsement cannot be taken in');
export const endorsementWithdrawn = defineProblem('credentials.endorsement_withdrawn', 410, 'The endorsement was withdrawn');
export const notACredential = defineProblem('credentials.not_a_document', 400, 'There is no credential in the request');
