import { problemsIn } from './problem.js';
import { de } from './problems.de.js';

const defineProblem = problemsIn({ de });

export const notFound = defineProblem('request.not_found', 404, 'There is nothing here');
export const malformedRequest = defineProblem('request.malformed', 400, 'The request cannot be read');
export const invalidFields = defineProblem('request.invalid_fields', 400, 'Some fields cannot be used');
export const unsupportedMediaType = defineProblem(
  'request.unsupported_media_type',
  415,
  'The body is of a type that is not read here',
);
export const methodNotAllowed = defineProblem('request.method_not_allowed', 405, 'The address does not do that');
export const bodyTooLarge = defineProblem('request.too_large', 413, 'The body is too large');
export const headersTooLarge = defineProblem('request.headers_too_large', 431, 'The address or the headers are too large');
export const tooSlow = defineProblem('request.too_slow', 408, 'The request took too long to arrive');
export const tooManyRequests = defineProblem('request.too_many', 429, 'Too many requests');
export const notSignedIn = defineProblem('access.not_signed_in', 401, 'Sign in first');
export const notAllowed = defineProblem('access.not_allowed', 403, 'You may not do this');
export const crossSiteRequest = defineProblem('access.cross_site', 403, 'The request came from another site');
export const scopeMissing = defineProblem('access.scope_missing', 403, 'The token does not cover this');
export const versionRequired = defineProblem('precondition.required', 428, 'Say which version you are changing');
export const versionChanged = defineProblem('precondition.failed', 412, 'Somebody else changed it meanwhile');
export const idempotencyKeyReused = defineProblem(
  'idempotency.key_reused',
  422,
  'This Idempotency-Key was used for another request',
);
export const invalidCursor = defineProblem('request.invalid_cursor', 400, 'The cursor cannot be used');
export const unavailable = defineProblem('service.unavailable', 503, 'Cairn cannot answer just now');
export const storageFull = defineProblem('service.storage_full', 507, 'There is no room left to store this');
export const unexpected = defineProblem('service.unexpected', 500, 'Something went wrong on our side');
