import { problemsIn } from '../../platform/http/problem.js';
import { de } from './problems.de.js';

const defineProblem = problemsIn({ de });

export const unfitAddress = defineProblem('webhook.unfit_address', 422, 'Webhooks cannot go to this address');
export const tooManyEndpoints = defineProblem('webhook.too_many', 409, 'There are as many endpoints as there may be');
export const endpointDisabled = defineProblem('webhook.disabled', 409, 'This endpoint is told nothing just now');
