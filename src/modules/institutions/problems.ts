import { problemsIn } from '../../platform/http/problem.js';
import { de } from './problems.de.js';

const defineProblem = problemsIn({ de });

export const slugTaken = defineProblem('institution.slug_taken', 409, 'This short name is taken');
