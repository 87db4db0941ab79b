import { problemsIn } from '../../platform/http/problem.js';
import { de } from './problems.de.js';

const defineProblem = problemsIn({ de });

export const notInForce = defineProblem('showcase.not_in_force', 410, 'The credential is not in force');
export const coloursAlike = defineProblem('showcase.colours_alike', 422, 'The colours cannot be told apart');
export const pictureUnknown = defineProblem('showcase.picture_unknown', 422, 'A picture is not known');
