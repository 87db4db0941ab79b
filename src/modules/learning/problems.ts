import { problemsIn } from '../../platform/http/problem.js';
import { de } from './problems.de.js';

const defineProblem = problemsIn({ de });

export const locked = defineProblem('learning.locked', 409, 'This is still locked');
export const placeNotOpen = defineProblem('learning.place_not_open', 409, 'The place in the offering does not allow this now');
export const notOfEdition = defineProblem('learning.not_of_edition', 422, 'The edition does not have this');
export const notAQuiz = defineProblem('learning.not_a_quiz', 409, 'The activity is not a quiz');
export const attemptRefused = defineProblem('learning.attempt_refused', 409, 'Another attempt is not possible');
export const attemptOver = defineProblem('learning.attempt_over', 409, 'The attempt takes no more answers');
export const nothingToWaive = defineProblem('learning.nothing_to_waive', 409, 'There is nothing left to waive');
export const moveRefused = defineProblem('learning.move_refused', 409, 'The learner cannot be moved there');
