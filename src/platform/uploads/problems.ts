import { problemsIn } from '../http/problem.js';
import { de } from './problems.de.js';

const defineProblem = problemsIn({ de });

export const uploadOffset = defineProblem('upload.offset', 409, 'The upload goes on from another place');
export const uploadUnfinished = defineProblem('upload.unfinished', 409, 'The upload is not whole yet');
export const uploadsTooMany = defineProblem('upload.too_many', 409, 'There are too many uploads under way');
export const uploadExpired = defineProblem('upload.expired', 410, 'The upload was given up');
export const uploadVersion = defineProblem('upload.version', 412, 'The upload protocol is of another version');
/** A status of tus 1.0.0, extension Checksum. */
export const uploadChecksum = defineProblem('upload.checksum', 460, 'The bytes are not those of the checksum');
