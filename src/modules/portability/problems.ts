import { problemsIn } from '../../platform/http/problem.js';
import { de } from './problems.de.js';

const defineProblem = problemsIn({ de });

export const importRefused = defineProblem('portability.import_refused', 422, 'The package has to be mended first');
export const importChanged = defineProblem('portability.import_changed', 409, 'The package is no longer what was checked');
export const erasureUnderWay = defineProblem('portability.erasure_under_way', 409, 'The erasure is asked for already');
export const erasureSettled = defineProblem('portability.erasure_settled', 409, 'This can no longer be changed');
export const exportRunning = defineProblem('portability.export_running', 409, 'Your data is being collected already');
