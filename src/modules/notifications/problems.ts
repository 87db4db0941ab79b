import { problemsIn } from '../../platform/http/problem.js';
import { de } from './problems.de.js';

const defineProblem = problemsIn({ de });

export const unfitLetter = defineProblem('letter.unfit', 422, 'This letter cannot be sent like this');
export const noOwnAddress = defineProblem('letter.no_own_address', 409, 'You have no e-mail address');
