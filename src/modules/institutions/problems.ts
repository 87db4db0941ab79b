import { defineProblem } from '../../platform/http/problem.js';

export const slugTaken = defineProblem('institution.slug_taken', 409, 'This short name is taken');
