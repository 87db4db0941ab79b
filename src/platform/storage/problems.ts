import { problemsIn } from '../http/problem.js';
import { de } from './problems.de.js';

const defineProblem = problemsIn({ de });

export const fileEmpty = defineProblem('file.empty', 422, 'The file is empty');
export const fileTooLarge = defineProblem('file.too_large', 413, 'The file is too large');
export const fileTypeMismatch = defineProblem('file.type_mismatch', 422, 'The file is not what its name says');
export const fileTypeNotAllowed = defineProblem('file.type_not_allowed', 422, 'Files of this type are not taken here');
export const rangeNotSatisfiable = defineProblem('file.range_not_satisfiable', 416, 'The file has no such part');
export const pictureUnreadable = defineProblem('file.picture_unreadable', 422, 'The picture cannot be read');
export const pictureTooLarge = defineProblem('file.picture_too_large', 422, 'The picture has too many pixels');
