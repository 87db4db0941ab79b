import { problemsIn } from '../../platform/http/problem.js';
import { de } from './problems.de.js';

const defineProblem = problemsIn({ de });

export const notPublishable = defineProblem('catalog.not_publishable', 422, 'It cannot be published yet');
export const editionTooLarge = defineProblem('catalog.edition_too_large', 422, 'It is too large to be published');
export const retired = defineProblem('catalog.retired', 409, 'The micro-credential is retired');
export const courseUnknown = defineProblem('catalog.course_unknown', 422, 'There is no such course');
export const courseFull = defineProblem('catalog.course_full', 422, 'The course has as many activities as it can hold');
export const orderIncomplete = defineProblem('catalog.order_incomplete', 422, 'The order must name every activity once');
export const fileUnknown = defineProblem('catalog.file_unknown', 422, 'There is no such file');
export const videoNotAllowed = defineProblem('catalog.video_not_allowed', 422, 'The video is not on an allowed site');
export const notAPage = defineProblem('catalog.not_a_page', 422, 'Only pages have a preview');
export const fileMissing = defineProblem('catalog.file_missing', 400, 'There is no file in the request');
