import { defineProblem } from '../../platform/http/problem.js';

export const importRefused = defineProblem('portability.import_refused', 422, 'The package has to be mended first');
export const importChanged = defineProblem('portability.import_changed', 409, 'The package is no longer what was checked');
export const exportRunning = defineProblem('portability.export_running', 409, 'Your data is being collected already');
