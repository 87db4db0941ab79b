import { problemsIn } from '../../platform/http/problem.js';
import { de } from './problems.de.js';

const defineProblem = problemsIn({ de });

export const exportRunning = defineProblem('reports.export_running', 429, 'An export of yours is still running');
export const exportsBusy = defineProblem('reports.exports_busy', 429, 'Too many exports are running just now');
export const tooManyPlaces = defineProblem('reports.too_many_places', 409, 'Too many places for one act');
